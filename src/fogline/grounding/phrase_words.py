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
# What stands for whose the counted are, or opens another phrase.
OWNERS = word_set("the a an my his her its our their he she they we it this these those")
