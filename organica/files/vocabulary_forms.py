"""The forms of terms: any text of their grammar, with the known terms as suggestions to an editor.

Takes the forms of codes and phrases; gives those of kinds, capacities and links. Called by the tables of
shapes. What is printed is literal, so that none of them refuses a term that no vocabulary has.
"""

from __future__ import annotations

from dataclasses import replace

from organica.domain.vocabulary.concepts import Scheme
from organica.files.forms import KIND, PHRASE, Form
from organica.files.json_schema import Definitions, JsonSchema
from organica.files.vocabulary_file import included_vocabularies


def _suggesting(name: str, form: Form[str], scheme: Scheme) -> Form[str]:
    """Return the form with the known terms as examples: codes where the form takes codes, else labels."""

    def shape(definitions: Definitions) -> JsonSchema:
        if name not in definitions:
            concepts = included_vocabularies().concepts(scheme)
            known = {each.code if form is KIND else each.es for each in concepts}
            definitions[name] = {**form.shape(definitions), "examples": sorted(known)}
        return {"$ref": f"#/$defs/{name}"}

    return replace(form, shape=shape)


SOURCE_KIND = _suggesting("SourceKind", KIND, Scheme.SOURCE_KINDS)
UNIT_KIND = _suggesting("UnitKind", PHRASE, Scheme.UNIT_KINDS)
CAPACITY = _suggesting("Capacity", PHRASE, Scheme.CAPACITIES)
EMPLOYMENT = _suggesting("EmploymentLink", PHRASE, Scheme.EMPLOYMENT_LINKS)
