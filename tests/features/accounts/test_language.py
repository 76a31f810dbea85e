import pytest
from fastapi.testclient import TestClient

from app.domain.position import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_is_kept_for_the_next_page(client: TestClient, language: str) -> None:
    answer = client.post("/language", data={"language": language, "next": "/sign-in"})

    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")
    page = client.get("/sign-in").text
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in page


def test_without_a_page_to_go_back_to_it_leads_to_signing_in(client: TestClient) -> None:
    answer = client.post("/language", data={"language": "fr", "next": "//evil.example"})

    assert answer.headers["location"] == "/sign-in"
    assert {"HttpOnly", "Path=/", "SameSite=lax"} <= set(answer.headers["set-cookie"].split("; "))


@pytest.mark.parametrize("form", [{}, {"language": "tlh"}, {"language": "fr", "extra": "1"}])
def test_there_are_six_languages(client: TestClient, form: dict[str, str]) -> None:
    answer = client.post("/language", data=form)

    assert answer.status_code == 422
    assert "set-cookie" not in answer.headers
