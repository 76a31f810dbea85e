"""Files in and out: bytes to text for notes, a summary to bytes for readers. No table, no route."""
