"""Content codings as RFC 9110 has clients ask for them."""

import pytest

from app.web.codings import codings_taken


@pytest.mark.parametrize(
    ("header", "taken"),
    [
        ("br, gzip", "br gzip identity"),
        ("gzip, deflate, br, zstd", "br gzip identity"),
        ("gzip", "gzip identity"),
        ("GZip;Q=1.0", "gzip identity"),
        ("x-gzip", "gzip identity"),
        ("deflate, zstd", "identity"),
        ("", "identity"),
        (" , ", "identity"),
        ("*", "br gzip identity"),
        ("br;q=0.5, gzip;q=0.8", "gzip br identity"),
        ("br;q=0.001", "br identity"),
        ("br;q=0", "identity"),
        ("br;q=0.000, *", "gzip identity"),
        ("identity, br;q=0.5", "identity br"),
        ("identity;q=1, *;q=0.3", "identity br gzip"),
        ("identity;q=0, gzip", "gzip"),
        ("*;q=0, gzip;q=0.2", "gzip"),
        ("gzip, *;q=0", "gzip"),
        ("identity;q=0", ""),
        ("*;q=0", ""),
        ("br;q=2, gzip;q=-1", "identity"),
        ("br;q=often, gzip", "gzip identity"),
        ("br ; q=0.9 , gzip ;q = 1", "gzip br identity"),
        ("br\xff", "identity"),
    ],
)
def test_what_a_client_takes_comes_in_the_order_it_likes(header: str, taken: str) -> None:
    assert " ".join(codings_taken(header.encode("latin-1"))) == taken
