"""A dossier as JSON."""

import json

from counterclaim.model.codec import encode
from counterclaim.model.contract import claim_json, document_json, event_json, question_json, relation_json
from counterclaim.model.dossier import Dossier, Sheet


def dossier_json(dossier: Dossier) -> str:
    """Returns the dossier as one JSON object: sheets with cells, changes and disputes; claims and documents by id."""
    shown = {
        "title": dossier.title,
        "sheets": [_sheet(sheet) for sheet in dossier.sheets],
        "claims": {key: claim_json(claim) | {"number": dossier.numbers[key]} for key, claim in dossier.claims.items()},
        "documents": {key: document_json(document) for key, document in dossier.documents.items()},
        "judgements": encode(dossier.judgements),
        "coverage": encode(dossier.coverage),
    }
    return json.dumps(shown, ensure_ascii=False, indent=1) + "\n"


def _sheet(sheet: Sheet) -> dict[str, object]:
    return {
        "question": question_json(sheet.question),
        "reports": sheet.reports,
        "voices": sheet.voices,
        "cells": encode(sheet.cells),
        "changes": encode(sheet.changes),
        "disputes": [relation_json(r) for r in sheet.disputes],
        "talks_past": [relation_json(r) for r in sheet.talks_past],
        "events": [event_json(e) for e in sheet.events],
        "not_covered_by": list(sheet.silent),
    }
