"""The letterhead on documents that others make: python-docx, docxtpl, reportlab, finished PDF files."""
