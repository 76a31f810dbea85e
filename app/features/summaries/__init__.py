"""The presidency's text: compiling, editing, circulating, issuing, publishing."""
