from app.formats.statement_text import reflowed

WRAPPED = (
    "MINUSMA\n"
    "Our delegation holds that the mission should be kept as long as the\n"
    "political process needs it, and that its mandate should be adjusted to\n"
    "what can be done on the ground with the means that the Council gives it.\n"
    "\n"
    "The troops that serve there deserve our gratitude and the equipment that\n"
    "was promised to them when the mandate was renewed by this very Council.\n"
)


def test_wrapped_lines_are_joined_and_headings_stay() -> None:
    lines = reflowed(WRAPPED).splitlines()

    assert [line.split()[0] for line in lines] == ["MINUSMA", "Our", "The"]


def test_a_text_that_is_not_wrapped_stays_as_it_is() -> None:
    said = "MINUSMA:\nShort.\n" + "A long paragraph without any break in it. " * 9 + "\nEnd."

    assert reflowed(said) == said
