"""The Secretariat at a delegation's desk, where and as long as that delegation allows it."""
