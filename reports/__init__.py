"""The papers: figures as text, charts and tables for leaders. Empty until the weekly summary is built."""
