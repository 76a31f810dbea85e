"""What a language's cues for cutting a text are. Patterns are read without regard to capitals."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Cues:
    vocative: str  # "Mr. President, ", which may open any sentence
    connective: str  # "in addition, ", likewise; it stays with the sentence
    courtesy: str  # how a sentence begins that only thanks, greets or mourns
    alignment: str  # what says that the delegation makes another's statement its own
    announcement: str  # how a sentence begins that only says what comes next
    ordinal: str  # "first", before the name of a subject
    said: str  # what introduces somebody else's words
    joint: str  # a joining word before a clause: "and", "but", with the space after it
    opener: str  # how a clause begins that asks, proposes, worries or holds on its own
    bold: str  # of those, the ones that begin a clause even where no comma stands before
    claim: str  # a clause with a subject and a demand of its own: "those who sell them must"
    demand: str  # what makes a clause after a semicolon one of its own
    tied: str  # how a clause begins that hangs on the one before: "otherwise", "this", "its"
    secretariat: str  # whom a request is addressed to
    request: str  # what makes it one
    condition: str
    concern: str
    proposal: str
    hanging: str  # a beginning that only leads to its claim: "if the parties agree"
    abbreviations: frozenset[str]  # never end a sentence
    last_words: frozenset[str] = frozenset()  # abbreviations that may: before a capital they do
