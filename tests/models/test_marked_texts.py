"""Texts with claims marked in them: composed, kept as offsets, told again of another war, cut short."""

import json
import random
from pathlib import Path

import pytest

from fogline.errors import FoglineError
from fogline.models import annotated
from fogline.models.composed import composed_reports
from fogline.models.examples import _find, marked_document, short_cuts
from fogline.models.marked import MarkedClaim, MarkedText
from fogline.models.renaming import renamed, wars
from fogline.reading.encoder import OnnxEncoder, reader_folder
from fogline.reading.labels import TYPES
from fogline.span import Span

REPORT = """@ 2017-03-04 | Syria
Syrian army shells hit the market of Darat Wusta on Friday, killing 12 people, a doctor in Damascus told us.
Tahrir fighters left the market.

- shelling | t=hit | q=shells hit … 12 people | a=Syrian army | g=the market of Darat Wusta | p=Darat Wusta | d=on Friday | c=12 people:killed | o=a doctor in Damascus
- withdrawal | t=left | q=Tahrir fighters left the market | a=Tahrir fighters | g=the market
"""


def composed(tmp_path, text=REPORT):
    path = tmp_path / "reports.txt"
    path.write_text(text, encoding="utf-8")
    return list(composed_reports(path))


def words(marked: MarkedText, span: Span) -> str:
    return marked.text[span.start : span.end]


def test_a_phrase_that_stands_twice_means_the_one_in_its_quote(tmp_path):
    (report,) = composed(tmp_path)
    assert words(report, report.claims[1].roles["target"][0]) == "the market"
    assert report.claims[1].roles["target"][0].start > report.text.index("Tahrir")


def test_who_speaks_makes_a_claim_somebodys(tmp_path):
    (report,) = composed(tmp_path)
    assert [c.attributed for c in report.claims] == [True, False]


def test_a_mark_that_is_not_in_the_text_is_refused_with_its_line(tmp_path):
    with pytest.raises(FoglineError, match=r"reports\.txt:6: 'an army'"):
        composed(tmp_path, REPORT.replace("a=Tahrir fighters", "a=an army"))


def test_a_mark_that_says_one_thing_twice_is_refused(tmp_path):
    with pytest.raises(FoglineError, match=r"reports\.txt:6: t= stands twice"):
        composed(tmp_path, REPORT.replace("t=left", "t=left | t=market"))


def test_a_phrase_is_looked_for_as_whole_words_and_at_its_own_offsets():
    text = "Straße: the mayor said rebels may have left."
    found = _find(text, "may", Span(0, 3))
    assert found is not None and text[found.start - 7 : found.end] == "rebels may"
    assert (inside := _find(text, "bels", Span(0, 3))) is not None and inside.of(text) == "bels"


def test_a_renamed_text_keeps_every_mark_on_its_words(tmp_path):
    (report,) = composed(tmp_path)
    for seed in range(20):
        again = renamed(report, random.Random(seed))
        assert "Syria" not in again.text and "Darat" not in again.text and "Damascus" not in again.text
        first = again.claims[0]
        assert words(again, first.quote).endswith("killing 12 people")
        assert words(again, first.trigger) == "hit"
        assert words(again, first.roles["place"][0]) in words(again, first.roles["target"][0])
        assert words(again, first.roles["origin"][0]).startswith("a doctor in ")
        assert words(again, first.counts[0][0]) == "12 people"


def test_a_text_of_no_known_war_is_not_renamed():
    text = MarkedText("x", "composed", "The mayor opened a school.", ())
    assert renamed(text, random.Random(1)) is text


def test_wars_are_known_by_more_than_one_region():
    assert {"SY", "SD", "UA", "MM"} <= set(wars())


def corpora(tmp_path, text):
    for name in annotated.CORPORA.values():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".gz":
            import gzip

            path.write_bytes(gzip.compress(b""))
        else:
            path.write_text("")
    (tmp_path / annotated.CORPORA["gwn"]).write_text(json.dumps({"id": "gwn-1", "text": text}) + "\n", encoding="utf-8")
    return tmp_path


def test_marks_are_kept_without_a_word_of_the_text(tmp_path):
    text = "Before. Gunmen burned the mill of Teko.\nAfter."
    data = corpora(tmp_path, text)
    marks = tmp_path / "marks.txt"
    marks.write_text(f"@ gwn-1 8 {len(text)}\n- attack | t=burned | q=Gunmen burned the mill | a=Gunmen | g=the mill of Teko\n")
    (marked,) = annotated.marked_texts(marks, data)
    row = annotated.as_row(marked)
    assert not [w for w in ("Gunmen", "burned", "Teko") if w in json.dumps(row)]
    kept = tmp_path / "kept.jsonl"
    kept.write_text(json.dumps(row) + "\n")
    (again,) = annotated.annotated_texts(kept, data)
    assert again == marked


def test_offsets_are_not_read_into_another_edition_of_a_text(tmp_path):
    data = corpora(tmp_path, "Gunmen burned the mill.")
    row = annotated.as_row(
        MarkedText("gwn-1", "gwn", "Gunmen burnt the mill.", (MarkedClaim("attack", "actual", Span(7, 12), Span(0, 21), {}),))
    )
    kept = tmp_path / "kept.jsonl"
    kept.write_text(json.dumps(row) + "\n")
    with pytest.raises(FoglineError, match="another than the one marked"):
        list(annotated.annotated_texts(kept, data))


def test_a_claim_outside_the_stretch_that_was_read_is_refused(tmp_path):
    data = corpora(tmp_path, "Gunmen burned the mill. Nothing else happened.")
    marks = tmp_path / "marks.txt"
    marks.write_text("@ gwn-1 24 46\n- attack | t=burned | q=Gunmen burned the mill\n")
    with pytest.raises(FoglineError, match="does not stand"):
        list(annotated.marked_texts(marks, data))


def test_a_short_cut_is_whole_sentences_with_their_marks(tmp_path):
    tokenizer = OnnxEncoder.load(reader_folder()).tokenizer
    (report,) = composed(tmp_path)
    document = marked_document(report, tokenizer)
    cuts = [e for seed in range(90) for e in short_cuts(document, random.Random(seed))]
    sentences = {tuple(sorted({*document.words.sentence[e.kept].tolist()})) for e in cuts}
    assert {(0,), (1,)} <= sentences
    for cut in cuts:
        inside = document.words.sentence[cut.window.begin : cut.window.end]
        assert (document.words.sentence == inside[0]).argmax() == cut.window.begin


def test_a_cut_without_its_speaker_does_not_teach_that_nobody_speaks(tmp_path):
    pytest.importorskip("torch")
    from fogline.models.train import Batch

    tokenizer = OnnxEncoder.load(reader_folder()).tokenizer
    text = REPORT.replace("g=the market\n", "g=the market | o=a doctor in Damascus\n")
    document = marked_document(composed(tmp_path, text)[0], tokenizer)
    alone = [
        e for seed in range(90) for e in short_cuts(document, random.Random(seed)) if document.words.sentence[e.kept].min() == 1
    ]
    (frame,) = (f["frame"] for f in Batch(alone[:1]).frames)
    assert frame.attributed == -1
    whole = [
        e for seed in range(90) for e in short_cuts(document, random.Random(seed)) if document.words.sentence[e.kept].min() == 0
    ]
    assert all(f["frame"].attributed == 1 for f in Batch(whole[:1]).frames)


REFERENCE = Path(__file__).parents[2] / "reference"


def test_every_composed_report_can_be_read():
    reports = [r for path in sorted((REFERENCE / "composed").glob("*.txt")) for r in composed_reports(path)]
    assert {c.type for r in reports for c in r.claims} == set(TYPES)
    assert len({r.text for r in reports}) == len(reports)


def test_annotated_texts_are_kept_as_offsets_within_the_part_that_was_read():
    rows = [json.loads(line) for path in sorted((REFERENCE / "annotated").glob("*.jsonl")) for line in path.open()]
    assert len({(r["id"], *r["part"]) for r in rows}) == len(rows)
    for row in rows:
        begin, end = row["part"]
        for claim in row["claims"]:
            marked = annotated.claim_of(claim)
            spans = [marked.trigger, marked.quote, *(s for found in marked.roles.values() for s in found)]
            assert all(begin <= s.start < s.end <= end for s in spans), row["id"]
            assert marked.quote.start <= marked.trigger.start and marked.trigger.end <= marked.quote.end


def test_files_of_ours_are_left_out_by_name_and_a_misspelt_name_is_refused(tmp_path):
    train = pytest.importorskip("fogline.models.train", reason="training needs torch", exc_type=ImportError)
    for name in ("annotated/wires.jsonl", "composed/east.txt", "composed/README.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("")
    assert [p.name for p in train.our_files(tmp_path)] == ["wires.jsonl", "east.txt"]
    assert [p.name for p in train.our_files(tmp_path, frozenset({"east"}))] == ["wires.jsonl"]
    with pytest.raises(FoglineError, match="eats"):
        train.our_files(tmp_path, frozenset({"eats"}))
