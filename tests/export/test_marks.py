"""Pieces of a text: joined they are the text; each knows its roles."""

from counterclaim.export.marks import pieces


def test_pieces_join_to_the_text_and_know_their_roles(dossier, document):
    found = pieces(document, dossier)
    assert "".join(p.text for p in found) == document.text
    assert [(p.text, p.roles, p.opens, p.closes) for p in found if p.roles] == [
        ("Varnia", ((1, "source"),), (), ()),
        ("said", ((1, "cue"),), (), ()),
        ("its troops held Dunmar", ((1, "content"),), (1,), (1,)),
        ("Ostrel", ((2, "source"),), (), ()),
        ("denied", ((2, "cue"),), (), ()),
        ("it", ((2, "content"),), (2,), (2,)),
    ]
