"""The record: documents, readings, claims, findings and people's judgements in SQLite or PostgreSQL."""

from counterclaim.record.errors import RecordError
from counterclaim.record.record import Coverage, Fault, Record
from counterclaim.record.selection import Selection

__all__ = ["Coverage", "Fault", "Record", "RecordError", "Selection"]
