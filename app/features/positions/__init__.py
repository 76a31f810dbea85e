"""What delegations say: drafts, signed revisions, receipts, and whole bundles of them."""
