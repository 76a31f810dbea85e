"""HTTP mechanics, no feature: sessions and headers, forms, templates, errors."""
