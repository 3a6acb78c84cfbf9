"""A picture as HTML, with its alt text."""

import html


def html_of(data: str, alt: str, width: int) -> str:
    """Give a picture as HTML. JupyterLab and nbconvert prefer it, and of a picture alone they leave out the alt text.

    Parameters
    ----------
    data : a PNG, in base64.
    alt : the text for a reader who cannot see it.
    width : in pixels of the page.
    """
    return f'<img alt="{html.escape(alt)}" width="{width}" src="data:image/png;base64,{data}">'
