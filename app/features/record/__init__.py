"""What is public and does not change: released bytes, and the list of them."""
