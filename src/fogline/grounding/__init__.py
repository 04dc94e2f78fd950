"""Which actor, where, when, how many.

``ground`` grounds a whole reading; for each question a few files lead to the others:

* where: ``toponym`` and ``toponym_spans`` find the names, ``place`` and its neighbours (``place_…``, ``container``, ``gazetteer``)
  say which place each means, ``eventplace`` which of them is an event's, ``described_place`` what "the town" refers to
  (``place_named``, ``described_heads``, ``passing_names``), ``place_country`` the country of what is on no map;
* who: ``actor`` looks a mention up by its own words with the help of ``posts``, ``state_forces``, ``fighters``, ``actor_people``
  and their neighbours, the names being in ``registry``; ``coreference`` finds whom a pronoun or description stands for, and
  ``referent`` weighs it once more when the whole report is known;
* when: ``timex`` reads time expressions by the rules in ``timex_…``, ``interval`` turns them into the days of an event
  (``phrase_days``, ``dated_times``, ``undated_times``), ``times_of_clauses`` and ``terms_set`` say which
  are another's or lie ahead, ``old_story`` those of stories of long ago;
* how many: ``quantity`` reads the numbers, ``no_count`` and its neighbours say which count nobody, ``quantity_evidence`` what
  befell those counted, ``victims`` who is counted without a number.

What an answer is made of stands in ``grounding``.
"""
