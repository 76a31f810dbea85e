"""What delegations say: drafts, signed revisions, receipts, and whole bundles of them.

Reads: ``queries`` gives the desk and its matrix; ``cell_page``, ``review_page``, ``receipt_page``
one page each; ``cells`` says how draft and record differ.
Answer sheets, which are filled in elsewhere: ``sheet`` gives what goes out, ``sheet_reading`` what
came back, ``sheet_preview`` lays it beside what is held; ``sheet_words`` labels both.
Writes: ``service`` saves, signs, withdraws; ``load`` signs a whole bundle; both by ``signing``.
"""
