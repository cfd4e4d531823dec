"""The papers: figures of a period as text, JSON, picture and workbook, for leaders."""
