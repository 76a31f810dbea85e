"""What is still taken once positions were due: changes, and what the presidency accepts late."""
