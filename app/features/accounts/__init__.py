"""Who people are: invitations, passwords, sessions, the people of a desk."""
