"""The small words around a counted noun: where its phrase ends, whose it is, and what measures time instead."""

from __future__ import annotations

from fogline.grounding.word_lists import word_set

# Where a noun phrase is over.
ENDS_A_PHRASE = word_set(
    "was were is are been be being has have had who whom which that in from at during on near after when since while where "
    "by as for with into against between to will would could may might than because but if before including inside outside "
    "across around among under over or through amid according along despite without also so far"
)
TIME_UNITS = word_set("year years month months week weeks day days hour hours minute minutes decade decades")
# What stands before a number that is not exact.
ROUGHLY = word_set("about around some roughly approximately nearly almost barely")
# What stands for whose the counted are, or opens another phrase.
OWNERS = word_set("the a an my his her its our their he she they we it this these those")
# Where a sentence, or a main part of it, ends.
SENTENCE_ENDS = frozenset({".", ";", "!", "?"})
# What may stand between the counted and the verb that tells what befell them.
HELPING = word_set(
    "was were been being are is be got left lie lay lies reported remain remains remained confirmed believed feared "
    "have has had to will could who may might would"
)
# Whoever says something tells of it, and has not suffered it.
TELLING = word_set(
    "said say says told tell tells described describe describes recalled recall recalls recounted recount recounts testified testify"
)
