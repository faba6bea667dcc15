"""The name lists of faker's English and Spanish locales, as sets."""
import importlib

LOCALES = {"en": ["en", "en_US", "en_GB", "en_IN", "en_IE", "en_NZ", "en_NG", "en_KE", "en_PK"],
           "es": ["es_ES", "es_MX", "es_AR", "es_CO", "es_CL"]}


def lists(locale):
    """Female, male and last names of one locale; an attribute that the locale lacks is empty."""
    provider = importlib.import_module("faker.providers.person." + locale).Provider
    return [set(getattr(provider, name, None) or ()) for name in ("first_names_female", "first_names_male", "last_names")]


def name_lists():
    given, last = set(), set()
    for locales in LOCALES.values():
        for locale in locales:
            female, male, surnames = lists(locale)
            given |= female | male
            last |= surnames
    return given, last
