"""The presidency's text: compiling, editing, circulating, issuing, publishing.

Compiling: ``queries`` gathers positions and decisions, ``releasing`` makes summaries of them, runs
the gates and keeps frozen bytes.
Reads: ``desk`` gives the summary itself, ``desk_sentence`` one sentence and what it rests on,
``desk_acts`` what is shown before circulating, issuing, publishing. Their page objects are in
``pages`` and ``pages_acts``; ``pages_contents`` lays sentences out.
Writes: ``drafting`` edits, words, moves, leaves out; ``service`` circulates, issues, publishes;
``operating`` publishes from the command line; ``reading`` opens a sentence, and logs that.
"""
