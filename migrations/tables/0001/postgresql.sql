CREATE TABLE actor (
	id SERIAL NOT NULL,
	slug TEXT COLLATE "C" NOT NULL,
	kind VARCHAR COLLATE "C" NOT NULL,
	name TEXT COLLATE "C" NOT NULL,
	country TEXT COLLATE "C",
	description TEXT COLLATE "C",
	wikidata TEXT COLLATE "C",
	source_file TEXT COLLATE "C",
	source_line INTEGER,
	content_sha256 TEXT COLLATE "C",
	CONSTRAINT pk_actor PRIMARY KEY (id),
	CONSTRAINT country_is_two_letters CHECK (length(country) = 2),
	CONSTRAINT uq_actor_slug UNIQUE (slug),
	CONSTRAINT uq_actor_wikidata UNIQUE (wikidata),
	CONSTRAINT slug_has_a_fitting_length CHECK (length(slug) BETWEEN 1 AND 120),
	CONSTRAINT kind_is_a_known_word CHECK (kind IN ('person', 'state', 'organisation', 'body', 'armed_group', 'media'))
);

COMMENT ON TABLE actor IS 'Who acts: persons, states, organisations, bodies, armed groups, media.';

COMMENT ON COLUMN actor.id IS 'Surrogate key; never shown to people.';

COMMENT ON COLUMN actor.slug IS 'Name by which curators and views call this record.';

COMMENT ON COLUMN actor.kind IS 'What the actor is.';

COMMENT ON COLUMN actor.name IS 'Canonical name; its evidence is on the name table.';

COMMENT ON COLUMN actor.country IS 'ISO 3166 alpha-2 code of its country; a state''s own.';

COMMENT ON COLUMN actor.description IS 'One line by the curator.';

COMMENT ON COLUMN actor.wikidata IS 'Wikidata item, such as Q42.';

COMMENT ON COLUMN actor.source_file IS 'Record file that holds it, relative to the folder loaded.';

COMMENT ON COLUMN actor.source_line IS 'Line of that file on which the record begins, from 1.';

COMMENT ON COLUMN actor.content_sha256 IS 'Digest of the record and its parts as the loader last wrote them.';

CREATE TABLE agreement (
	id SERIAL NOT NULL,
	slug TEXT COLLATE "C" NOT NULL,
	title TEXT COLLATE "C" NOT NULL,
	kind VARCHAR COLLATE "C" NOT NULL,
	summary TEXT COLLATE "C",
	folded TEXT COLLATE "C" NOT NULL,
	source_file TEXT COLLATE "C",
	source_line INTEGER,
	content_sha256 TEXT COLLATE "C",
	CONSTRAINT pk_agreement PRIMARY KEY (id),
	CONSTRAINT uq_agreement_slug UNIQUE (slug),
	CONSTRAINT slug_has_a_fitting_length CHECK (length(slug) BETWEEN 1 AND 120),
	CONSTRAINT kind_is_a_known_word CHECK (kind IN ('mou', 'treaty', 'protocol', 'roadmap', 'joint_statement', 'agreement', 'mechanism', 'commitment', 'declaration', 'unspecified'))
);

COMMENT ON TABLE agreement IS 'Memoranda, treaties, roadmaps, commitments: planned or made.';

COMMENT ON COLUMN agreement.id IS 'Surrogate key; never shown to people.';

COMMENT ON COLUMN agreement.slug IS 'Name by which curators and views call this record.';

COMMENT ON COLUMN agreement.title IS 'Title by the curator.';

COMMENT ON COLUMN agreement.kind IS 'Form of the instrument.';

COMMENT ON COLUMN agreement.summary IS 'What it provides, in a sentence.';

COMMENT ON COLUMN agreement.folded IS 'The title as one search key: ASCII, no case.';

COMMENT ON COLUMN agreement.source_file IS 'Record file that holds it, relative to the folder loaded.';

COMMENT ON COLUMN agreement.source_line IS 'Line of that file on which the record begins, from 1.';

COMMENT ON COLUMN agreement.content_sha256 IS 'Digest of the record and its parts as the loader last wrote them.';

CREATE TABLE data_dictionary (
	table_name TEXT COLLATE "C" NOT NULL,
	column_name TEXT COLLATE "C" NOT NULL,
	type_name TEXT COLLATE "C" NOT NULL,
	meaning TEXT COLLATE "C" NOT NULL,
	CONSTRAINT pk_data_dictionary PRIMARY KEY (table_name, column_name)
);

COMMENT ON TABLE data_dictionary IS 'What each table, view and column means.';

COMMENT ON COLUMN data_dictionary.table_name IS 'Table or view.';

COMMENT ON COLUMN data_dictionary.column_name IS 'Column; empty for the table or view itself.';

COMMENT ON COLUMN data_dictionary.type_name IS 'text, integer or day; table or view.';

COMMENT ON COLUMN data_dictionary.meaning IS 'What it means.';

CREATE TABLE load_run (
	id SERIAL NOT NULL,
	started TEXT COLLATE "C" NOT NULL,
	finished TEXT COLLATE "C",
	source TEXT COLLATE "C" NOT NULL,
	digest TEXT COLLATE "C" NOT NULL,
	added INTEGER NOT NULL,
	changed INTEGER NOT NULL,
	removed INTEGER NOT NULL,
	unchanged INTEGER NOT NULL,
	version TEXT COLLATE "C" NOT NULL,
	files_sha256 TEXT COLLATE "C",
	archive_sha256 TEXT COLLATE "C",
	CONSTRAINT pk_load_run PRIMARY KEY (id)
);

COMMENT ON TABLE load_run IS 'Runs of the loader.';

COMMENT ON COLUMN load_run.id IS 'Surrogate key; never shown to people.';

COMMENT ON COLUMN load_run.started IS 'UTC, ISO 8601, to the microsecond.';

COMMENT ON COLUMN load_run.finished IS 'UTC, ISO 8601, to the microsecond.';

COMMENT ON COLUMN load_run.source IS 'The paths that were loaded.';

COMMENT ON COLUMN load_run.digest IS 'SHA-256 over the content of the loaded records.';

COMMENT ON COLUMN load_run.added IS 'Records added.';

COMMENT ON COLUMN load_run.changed IS 'Records changed.';

COMMENT ON COLUMN load_run.removed IS 'Records removed.';

COMMENT ON COLUMN load_run.unchanged IS 'Records found as they were.';

COMMENT ON COLUMN load_run.version IS 'Version of the program that ran.';

COMMENT ON COLUMN load_run.files_sha256 IS 'SHA-256 over names and bytes of the files, when nothing was said against them.';

COMMENT ON COLUMN load_run.archive_sha256 IS 'SHA-256 over all records that the database held after the run.';

CREATE TABLE place (
	id SERIAL NOT NULL,
	slug TEXT COLLATE "C" NOT NULL,
	name TEXT COLLATE "C" NOT NULL,
	kind VARCHAR COLLATE "C" NOT NULL,
	country TEXT COLLATE "C",
	inside_id INTEGER,
	source_file TEXT COLLATE "C",
	source_line INTEGER,
	content_sha256 TEXT COLLATE "C",
	CONSTRAINT pk_place PRIMARY KEY (id),
	CONSTRAINT country_is_two_letters CHECK (length(country) = 2),
	CONSTRAINT is_not_inside_itself CHECK (inside_id <> id),
	CONSTRAINT uq_place_slug UNIQUE (slug),
	CONSTRAINT fk_place_inside_id FOREIGN KEY(inside_id) REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT slug_has_a_fitting_length CHECK (length(slug) BETWEEN 1 AND 120),
	CONSTRAINT kind_is_a_known_word CHECK (kind IN ('city', 'country', 'region', 'venue'))
);

CREATE INDEX ix_place_inside_id ON place (inside_id) WHERE inside_id IS NOT NULL;

COMMENT ON TABLE place IS 'Cities, countries, regions and venues.';

COMMENT ON COLUMN place.id IS 'Surrogate key; never shown to people.';

COMMENT ON COLUMN place.slug IS 'Name by which curators and views call this record.';

COMMENT ON COLUMN place.name IS 'Canonical name.';

COMMENT ON COLUMN place.kind IS 'What the place is.';

COMMENT ON COLUMN place.country IS 'ISO 3166 alpha-2 code of the country it lies in.';

COMMENT ON COLUMN place.inside_id IS 'The place that holds this one.';

COMMENT ON COLUMN place.source_file IS 'Record file that holds it, relative to the folder loaded.';

COMMENT ON COLUMN place.source_line IS 'Line of that file on which the record begins, from 1.';

COMMENT ON COLUMN place.content_sha256 IS 'Digest of the record and its parts as the loader last wrote them.';

CREATE TABLE topic (
	id SERIAL NOT NULL,
	slug TEXT COLLATE "C" NOT NULL,
	label TEXT COLLATE "C" NOT NULL,
	broader_id INTEGER,
	source_file TEXT COLLATE "C",
	source_line INTEGER,
	content_sha256 TEXT COLLATE "C",
	CONSTRAINT pk_topic PRIMARY KEY (id),
	CONSTRAINT is_not_broader_than_itself CHECK (broader_id <> id),
	CONSTRAINT uq_topic_slug UNIQUE (slug),
	CONSTRAINT fk_topic_broader_id FOREIGN KEY(broader_id) REFERENCES topic (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT slug_has_a_fitting_length CHECK (length(slug) BETWEEN 1 AND 120)
);

CREATE INDEX ix_topic_broader_id ON topic (broader_id) WHERE broader_id IS NOT NULL;

COMMENT ON TABLE topic IS 'Controlled subjects of meetings, agreements and quotes.';

COMMENT ON COLUMN topic.id IS 'Surrogate key; never shown to people.';

COMMENT ON COLUMN topic.slug IS 'Name by which curators and views call this record.';

COMMENT ON COLUMN topic.label IS 'Label in English.';

COMMENT ON COLUMN topic.broader_id IS 'The broader subject.';

COMMENT ON COLUMN topic.source_file IS 'Record file that holds it, relative to the folder loaded.';

COMMENT ON COLUMN topic.source_line IS 'Line of that file on which the record begins, from 1.';

COMMENT ON COLUMN topic.content_sha256 IS 'Digest of the record and its parts as the loader last wrote them.';

CREATE TABLE agreement_link (
	id SERIAL NOT NULL,
	from_agreement_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	to_agreement_id INTEGER NOT NULL,
	kind VARCHAR COLLATE "C" NOT NULL,
	CONSTRAINT pk_agreement_link PRIMARY KEY (id),
	CONSTRAINT uq_agreement_link_from_agreement_id_position UNIQUE (from_agreement_id, position),
	CONSTRAINT does_not_link_to_itself CHECK (from_agreement_id <> to_agreement_id),
	CONSTRAINT fk_agreement_link_from_agreement_id FOREIGN KEY(from_agreement_id) REFERENCES agreement (id) ON DELETE CASCADE,
	CONSTRAINT fk_agreement_link_to_agreement_id FOREIGN KEY(to_agreement_id) REFERENCES agreement (id) ON DELETE RESTRICT,
	CONSTRAINT position_counts_from_zero CHECK (position >= 0),
	CONSTRAINT kind_is_a_known_word CHECK (kind IN ('amends', 'implements', 'supersedes', 'updates', 'may_be_same_as'))
);

CREATE INDEX ix_agreement_link_to_agreement_id ON agreement_link (to_agreement_id);

COMMENT ON TABLE agreement_link IS 'Amends, implements, supersedes, updates, may be the same as.';

COMMENT ON COLUMN agreement_link.id IS 'Surrogate key; never shown to people.';

COMMENT ON COLUMN agreement_link.from_agreement_id IS 'The agreement that stands so.';

COMMENT ON COLUMN agreement_link.position IS 'Place in its parent''s list, from 0, in the curator''s order.';

COMMENT ON COLUMN agreement_link.to_agreement_id IS 'The agreement it stands so to.';

COMMENT ON COLUMN agreement_link.kind IS 'How it stands.';

CREATE TABLE agreement_topic (
	id SERIAL NOT NULL,
	agreement_id INTEGER NOT NULL,
	topic_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	CONSTRAINT pk_agreement_topic PRIMARY KEY (id),
	CONSTRAINT uq_agreement_topic_agreement_id_topic_id UNIQUE (agreement_id, topic_id),
	CONSTRAINT uq_agreement_topic_agreement_id_position UNIQUE (agreement_id, position),
	CONSTRAINT fk_agreement_topic_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id) ON DELETE CASCADE,
	CONSTRAINT fk_agreement_topic_topic_id FOREIGN KEY(topic_id) REFERENCES topic (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT position_counts_from_zero CHECK (position >= 0)
);

CREATE INDEX ix_agreement_topic_topic_id ON agreement_topic (topic_id, agreement_id);

COMMENT ON TABLE agreement_topic IS 'Subjects of agreements.';

COMMENT ON COLUMN agreement_topic.id IS 'Surrogate key; never shown to people.';

COMMENT ON COLUMN agreement_topic.agreement_id IS 'The agreement.';

COMMENT ON COLUMN agreement_topic.topic_id IS 'Its subject.';

COMMENT ON COLUMN agreement_topic.position IS 'Place in its parent''s list, from 0, in the curator''s order.';

CREATE TABLE article (
	id SERIAL NOT NULL,
	slug TEXT COLLATE "C" NOT NULL,
	title TEXT COLLATE "C",
	outlet_id INTEGER,
	published_edtf TEXT COLLATE "C",
	published_earliest DATE,
	published_latest DATE,
	updated_edtf TEXT COLLATE "C",
	updated_earliest DATE,
	updated_latest DATE,
	language TEXT COLLATE "C",
	url TEXT COLLATE "C",
	external_id TEXT COLLATE "C",
	credit TEXT COLLATE "C",
	dateline TEXT COLLATE "C",
	text_sha256 TEXT COLLATE "C",
	text_file TEXT COLLATE "C",
	source_file TEXT COLLATE "C",
	source_line INTEGER,
	content_sha256 TEXT COLLATE "C",
	CONSTRAINT pk_article PRIMARY KEY (id),
	CONSTRAINT text_sha256_is_a_sha256 CHECK (length(text_sha256) = 64),
	CONSTRAINT uq_article_slug UNIQUE (slug),
	CONSTRAINT fk_article_outlet_id FOREIGN KEY(outlet_id) REFERENCES actor (id) ON DELETE RESTRICT,
	CONSTRAINT slug_has_a_fitting_length CHECK (length(slug) BETWEEN 1 AND 120),
	CONSTRAINT published_bounds_are_in_order CHECK (published_earliest <= published_latest),
	CONSTRAINT published_bounds_have_their_edtf CHECK (published_edtf IS NOT NULL OR (published_earliest IS NULL AND published_latest IS NULL)),
	CONSTRAINT updated_bounds_are_in_order CHECK (updated_earliest <= updated_latest),
	CONSTRAINT updated_bounds_have_their_edtf CHECK (updated_edtf IS NOT NULL OR (updated_earliest IS NULL AND updated_latest IS NULL))
);

CREATE INDEX ix_article_newest ON article (coalesce(published_latest, published_earliest), id);

CREATE INDEX ix_article_outlet_id ON article (outlet_id) WHERE outlet_id IS NOT NULL;

CREATE INDEX ix_article_wide ON article ((CASE WHEN (published_earliest = published_latest) THEN NULL WHEN (EXTRACT(year FROM published_earliest) = EXTRACT(year FROM published_latest)) THEN EXTRACT(year FROM published_latest) ELSE 0 END));

COMMENT ON TABLE article IS 'Published reports, the sources of all facts.';

COMMENT ON COLUMN article.id IS 'Surrogate key; never shown to people.';

COMMENT ON COLUMN article.slug IS 'Name by which curators and views call this record.';

COMMENT ON COLUMN article.title IS 'Headline; null when none is printed.';

COMMENT ON COLUMN article.outlet_id IS 'The medium that published it, when the text says so.';

COMMENT ON COLUMN article.published_edtf IS 'Date as precise as the source: EDTF text as written.';

COMMENT ON COLUMN article.published_earliest IS 'First day that the date allows; null means no limit.';

COMMENT ON COLUMN article.published_latest IS 'Last day that the date allows; null means no limit.';

COMMENT ON COLUMN article.updated_edtf IS 'Date as precise as the source: EDTF text as written.';

COMMENT ON COLUMN article.updated_earliest IS 'First day that the date allows; null means no limit.';

COMMENT ON COLUMN article.updated_latest IS 'Last day that the date allows; null means no limit.';

COMMENT ON COLUMN article.language IS 'BCP 47 tag of the text.';

COMMENT ON COLUMN article.url IS 'Where it was published.';

COMMENT ON COLUMN article.external_id IS 'The publisher''s own number for it.';

COMMENT ON COLUMN article.credit IS 'Source line as printed.';

COMMENT ON COLUMN article.dateline IS 'Dateline as printed; not a place of events.';

COMMENT ON COLUMN article.text_sha256 IS 'SHA-256 over the bytes of the text file.';

COMMENT ON COLUMN article.text_file IS 'File that holds the text.';

COMMENT ON COLUMN article.source_file IS 'Record file that holds it, relative to the folder loaded.';

COMMENT ON COLUMN article.source_line IS 'Line of that file on which the record begins, from 1.';

COMMENT ON COLUMN article.content_sha256 IS 'Digest of the record and its parts as the loader last wrote them.';

CREATE TABLE incident (
	id SERIAL NOT NULL,
	slug TEXT COLLATE "C" NOT NULL,
	title TEXT COLLATE "C" NOT NULL,
	kind VARCHAR COLLATE "C" NOT NULL,
	date_edtf TEXT COLLATE "C",
	date_earliest DATE,
	date_latest DATE,
	place_id INTEGER,
	folded TEXT COLLATE "C" NOT NULL,
	source_file TEXT COLLATE "C",
	source_line INTEGER,
	content_sha256 TEXT COLLATE "C",
	CONSTRAINT pk_incident PRIMARY KEY (id),
	CONSTRAINT uq_incident_slug UNIQUE (slug),
	CONSTRAINT fk_incident_place_id FOREIGN KEY(place_id) REFERENCES place (id) ON DELETE RESTRICT,
	CONSTRAINT slug_has_a_fitting_length CHECK (length(slug) BETWEEN 1 AND 120),
	CONSTRAINT kind_is_a_known_word CHECK (kind IN ('attack', 'conflict', 'election', 'referendum', 'sanctions', 'designation', 'withdrawal', 'border', 'migration', 'other')),
	CONSTRAINT date_bounds_are_in_order CHECK (date_earliest <= date_latest),
	CONSTRAINT date_bounds_have_their_edtf CHECK (date_edtf IS NOT NULL OR (date_earliest IS NULL AND date_latest IS NULL))
);

CREATE INDEX ix_incident_newest ON incident (coalesce(date_latest, date_earliest), id);

CREATE INDEX ix_incident_place_id ON incident (place_id) WHERE place_id IS NOT NULL;

CREATE INDEX ix_incident_wide ON incident ((CASE WHEN (date_earliest = date_latest) THEN NULL WHEN (EXTRACT(year FROM date_earliest) = EXTRACT(year FROM date_latest)) THEN EXTRACT(year FROM date_latest) ELSE 0 END));

COMMENT ON TABLE incident IS 'What diplomacy refers to and is neither meeting nor agreement.';

COMMENT ON COLUMN incident.id IS 'Surrogate key; never shown to people.';

COMMENT ON COLUMN incident.slug IS 'Name by which curators and views call this record.';

COMMENT ON COLUMN incident.title IS 'Title by the curator.';

COMMENT ON COLUMN incident.kind IS 'What it is.';

COMMENT ON COLUMN incident.date_edtf IS 'Date as precise as the source: EDTF text as written.';

COMMENT ON COLUMN incident.date_earliest IS 'First day that the date allows; null means no limit.';

COMMENT ON COLUMN incident.date_latest IS 'Last day that the date allows; null means no limit.';

COMMENT ON COLUMN incident.place_id IS 'Where.';

COMMENT ON COLUMN incident.folded IS 'The title as one search key: ASCII, no case.';

COMMENT ON COLUMN incident.source_file IS 'Record file that holds it, relative to the folder loaded.';

COMMENT ON COLUMN incident.source_line IS 'Line of that file on which the record begins, from 1.';

COMMENT ON COLUMN incident.content_sha256 IS 'Digest of the record and its parts as the loader last wrote them.';

CREATE TABLE meeting (
	id SERIAL NOT NULL,
	slug TEXT COLLATE "C" NOT NULL,
	title TEXT COLLATE "C" NOT NULL,
	kind VARCHAR COLLATE "C" NOT NULL,
	status VARCHAR COLLATE "C" NOT NULL,
	date_edtf TEXT COLLATE "C" NOT NULL,
	date_earliest DATE,
	date_latest DATE,
	place_id INTEGER,
	part_of_id INTEGER,
	sidelines_of_id INTEGER,
	after_id INTEGER,
	fulfils_id INTEGER,
	series_id INTEGER,
	ordinal INTEGER,
	folded TEXT COLLATE "C" NOT NULL,
	source_file TEXT COLLATE "C",
	source_line INTEGER,
	content_sha256 TEXT COLLATE "C",
	CONSTRAINT pk_meeting PRIMARY KEY (id),
	CONSTRAINT is_not_part_of_itself CHECK (part_of_id <> id),
	CONSTRAINT is_not_on_its_own_sidelines CHECK (sidelines_of_id <> id),
	CONSTRAINT is_not_after_itself CHECK (after_id <> id),
	CONSTRAINT does_not_fulfil_itself CHECK (fulfils_id <> id),
	CONSTRAINT ordinal_counts_from_one CHECK (ordinal >= 1),
	CONSTRAINT uq_meeting_slug UNIQUE (slug),
	CONSTRAINT fk_meeting_place_id FOREIGN KEY(place_id) REFERENCES place (id) ON DELETE RESTRICT,
	CONSTRAINT fk_meeting_part_of_id FOREIGN KEY(part_of_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_meeting_sidelines_of_id FOREIGN KEY(sidelines_of_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_meeting_after_id FOREIGN KEY(after_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_meeting_fulfils_id FOREIGN KEY(fulfils_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_meeting_series_id FOREIGN KEY(series_id) REFERENCES actor (id) ON DELETE RESTRICT,
	CONSTRAINT slug_has_a_fitting_length CHECK (length(slug) BETWEEN 1 AND 120),
	CONSTRAINT kind_is_a_known_word CHECK (kind IN ('talks', 'visit', 'summit', 'session', 'phone_call', 'press_conference', 'council', 'negotiation', 'reception', 'message')),
	CONSTRAINT status_is_a_known_word CHECK (status IN ('proposed', 'planned', 'held', 'postponed', 'cancelled')),
	CONSTRAINT date_bounds_are_in_order CHECK (date_earliest <= date_latest),
	CONSTRAINT date_has_at_least_one_bound CHECK (date_earliest IS NOT NULL OR date_latest IS NOT NULL)
);

CREATE INDEX ix_meeting_after_id ON meeting (after_id) WHERE after_id IS NOT NULL;

CREATE INDEX ix_meeting_fulfils_id ON meeting (fulfils_id) WHERE fulfils_id IS NOT NULL;

CREATE INDEX ix_meeting_newest ON meeting (coalesce(date_latest, date_earliest), id);

CREATE INDEX ix_meeting_part_of_id ON meeting (part_of_id) WHERE part_of_id IS NOT NULL;

CREATE INDEX ix_meeting_place_id ON meeting (place_id) WHERE place_id IS NOT NULL;

CREATE INDEX ix_meeting_planned ON meeting (status) WHERE status = 'planned';

CREATE INDEX ix_meeting_series_id ON meeting (series_id) WHERE series_id IS NOT NULL;

CREATE INDEX ix_meeting_sidelines_of_id ON meeting (sidelines_of_id) WHERE sidelines_of_id IS NOT NULL;

CREATE INDEX ix_meeting_wide ON meeting ((CASE WHEN (date_earliest = date_latest) THEN NULL WHEN (EXTRACT(year FROM date_earliest) = EXTRACT(year FROM date_latest)) THEN EXTRACT(year FROM date_latest) ELSE 0 END));

COMMENT ON TABLE meeting IS 'Talks, visits, summits, calls: held, planned, postponed or cancelled.';

COMMENT ON COLUMN meeting.id IS 'Surrogate key; never shown to people.';

COMMENT ON COLUMN meeting.slug IS 'Name by which curators and views call this record.';

COMMENT ON COLUMN meeting.title IS 'Title by the curator.';

COMMENT ON COLUMN meeting.kind IS 'Form of the encounter.';

COMMENT ON COLUMN meeting.status IS 'How far it got, as reported.';

COMMENT ON COLUMN meeting.date_edtf IS 'Date as precise as the source: EDTF text as written.';

COMMENT ON COLUMN meeting.date_earliest IS 'First day that the date allows; null means no limit.';

COMMENT ON COLUMN meeting.date_latest IS 'Last day that the date allows; null means no limit.';

COMMENT ON COLUMN meeting.place_id IS 'Where, when the text says so.';

COMMENT ON COLUMN meeting.part_of_id IS 'The visit or session it is part of.';

COMMENT ON COLUMN meeting.sidelines_of_id IS 'The gathering on whose sidelines it was.';

COMMENT ON COLUMN meeting.after_id IS 'The meeting of the same day that it followed.';

COMMENT ON COLUMN meeting.fulfils_id IS 'The planned meeting that this one fulfils.';

COMMENT ON COLUMN meeting.series_id IS 'The body of whose series it is a session.';

COMMENT ON COLUMN meeting.ordinal IS 'Number in its series, from 1.';

COMMENT ON COLUMN meeting.folded IS 'The title as one search key: ASCII, no case.';

COMMENT ON COLUMN meeting.source_file IS 'Record file that holds it, relative to the folder loaded.';

COMMENT ON COLUMN meeting.source_line IS 'Line of that file on which the record begins, from 1.';

COMMENT ON COLUMN meeting.content_sha256 IS 'Digest of the record and its parts as the loader last wrote them.';

CREATE TABLE office (
	id SERIAL NOT NULL,
	slug TEXT COLLATE "C" NOT NULL,
	title TEXT COLLATE "C" NOT NULL,
	level VARCHAR COLLATE "C" NOT NULL,
	portfolio VARCHAR COLLATE "C",
	of_id INTEGER,
	single_holder INTEGER NOT NULL,
	folded TEXT COLLATE "C" NOT NULL,
	source_file TEXT COLLATE "C",
	source_line INTEGER,
	content_sha256 TEXT COLLATE "C",
	CONSTRAINT pk_office PRIMARY KEY (id),
	CONSTRAINT single_holder_is_yes_or_no CHECK (single_holder IN (0, 1)),
	CONSTRAINT uq_office_slug UNIQUE (slug),
	CONSTRAINT fk_office_of_id FOREIGN KEY(of_id) REFERENCES actor (id) ON DELETE RESTRICT,
	CONSTRAINT slug_has_a_fitting_length CHECK (length(slug) BETWEEN 1 AND 120),
	CONSTRAINT level_is_a_known_word CHECK (level IN ('head_of_state', 'head_of_government', 'vice_president', 'minister', 'deputy_minister', 'speaker', 'ambassador', 'governor', 'military', 'official')),
	CONSTRAINT portfolio_is_a_known_word CHECK (portfolio IN ('foreign', 'interior', 'defence', 'intelligence', 'security', 'finance', 'economy', 'trade', 'energy', 'transport', 'justice', 'other'))
);

CREATE INDEX ix_office_of_id ON office (of_id) WHERE of_id IS NOT NULL;

COMMENT ON TABLE office IS 'Posts that people hold, as the curator titles them.';

COMMENT ON COLUMN office.id IS 'Surrogate key; never shown to people.';

COMMENT ON COLUMN office.slug IS 'Name by which curators and views call this record.';

COMMENT ON COLUMN office.title IS 'Title in English, such as Interior Minister of Iran.';

COMMENT ON COLUMN office.level IS 'Rank; deputies and speakers are not ministers.';

COMMENT ON COLUMN office.portfolio IS 'Field of government, where the office has one.';

COMMENT ON COLUMN office.of_id IS 'The state or organisation whose office it is.';

COMMENT ON COLUMN office.single_holder IS '1 when at most one person holds it at a time, else 0.';

COMMENT ON COLUMN office.folded IS 'The title as one search key: ASCII, no case.';

COMMENT ON COLUMN office.source_file IS 'Record file that holds it, relative to the folder loaded.';

COMMENT ON COLUMN office.source_line IS 'Line of that file on which the record begins, from 1.';

COMMENT ON COLUMN office.content_sha256 IS 'Digest of the record and its parts as the loader last wrote them.';

CREATE TABLE party (
	id SERIAL NOT NULL,
	agreement_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	actor_id INTEGER NOT NULL,
	CONSTRAINT pk_party PRIMARY KEY (id),
	CONSTRAINT uq_party_agreement_id_actor_id UNIQUE (agreement_id, actor_id),
	CONSTRAINT uq_party_agreement_id_position UNIQUE (agreement_id, position),
	CONSTRAINT fk_party_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id) ON DELETE CASCADE,
	CONSTRAINT fk_party_actor_id FOREIGN KEY(actor_id) REFERENCES actor (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT position_counts_from_zero CHECK (position >= 0)
);

CREATE INDEX ix_party_actor_id ON party (actor_id);

COMMENT ON TABLE party IS 'Who is bound.';

COMMENT ON COLUMN party.id IS 'Surrogate key; never shown to people.';

COMMENT ON COLUMN party.agreement_id IS 'The agreement.';

COMMENT ON COLUMN party.position IS 'Place in its parent''s list, from 0, in the curator''s order.';

COMMENT ON COLUMN party.actor_id IS 'Who is bound.';

CREATE TABLE agreement_action (
	id SERIAL NOT NULL,
	agreement_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	kind VARCHAR COLLATE "C" NOT NULL,
	status VARCHAR COLLATE "C" NOT NULL,
	date_edtf TEXT COLLATE "C" NOT NULL,
	date_earliest DATE,
	date_latest DATE,
	actor_id INTEGER,
	meeting_id INTEGER,
	place_id INTEGER,
	fulfils_id INTEGER,
	CONSTRAINT pk_agreement_action PRIMARY KEY (id),
	CONSTRAINT does_not_fulfil_itself CHECK (fulfils_id <> id),
	CONSTRAINT uq_agreement_action_id_agreement_id UNIQUE (id, agreement_id),
	CONSTRAINT uq_agreement_action_agreement_id_position UNIQUE (agreement_id, position),
	CONSTRAINT fk_agreement_action_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id) ON DELETE CASCADE,
	CONSTRAINT fk_agreement_action_actor_id FOREIGN KEY(actor_id) REFERENCES actor (id) ON DELETE RESTRICT,
	CONSTRAINT fk_agreement_action_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE RESTRICT,
	CONSTRAINT fk_agreement_action_place_id FOREIGN KEY(place_id) REFERENCES place (id) ON DELETE RESTRICT,
	CONSTRAINT fk_agreement_action_fulfils_id FOREIGN KEY(fulfils_id) REFERENCES agreement_action (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT position_counts_from_zero CHECK (position >= 0),
	CONSTRAINT kind_is_a_known_word CHECK (kind IN ('proposed', 'negotiation', 'discussed', 'agreed', 'initialled', 'concluded', 'signed', 'ratified', 'entered_into_force', 'updated', 'implemented', 'suspended', 'withdrawn', 'terminated', 'violated', 'contested')),
	CONSTRAINT status_is_a_known_word CHECK (status IN ('done', 'planned', 'cancelled')),
	CONSTRAINT date_bounds_are_in_order CHECK (date_earliest <= date_latest),
	CONSTRAINT date_has_at_least_one_bound CHECK (date_earliest IS NOT NULL OR date_latest IS NOT NULL)
);

CREATE INDEX ix_agreement_action_actor_id ON agreement_action (actor_id) WHERE actor_id IS NOT NULL;

CREATE INDEX ix_agreement_action_fulfils_id ON agreement_action (fulfils_id) WHERE fulfils_id IS NOT NULL;

CREATE INDEX ix_agreement_action_meeting_id ON agreement_action (meeting_id) WHERE meeting_id IS NOT NULL;

CREATE INDEX ix_agreement_action_newest ON agreement_action (coalesce(date_latest, date_earliest), id);

CREATE INDEX ix_agreement_action_place_id ON agreement_action (place_id) WHERE place_id IS NOT NULL;

CREATE INDEX ix_agreement_action_planned ON agreement_action (status) WHERE status = 'planned';

CREATE INDEX ix_agreement_action_wide ON agreement_action ((CASE WHEN (date_earliest = date_latest) THEN NULL WHEN (EXTRACT(year FROM date_earliest) = EXTRACT(year FROM date_latest)) THEN EXTRACT(year FROM date_latest) ELSE 0 END));

COMMENT ON TABLE agreement_action IS 'Steps in the life of agreements.';

COMMENT ON COLUMN agreement_action.id IS 'Surrogate key; never shown to people.';

COMMENT ON COLUMN agreement_action.agreement_id IS 'The agreement.';

COMMENT ON COLUMN agreement_action.position IS 'Place in its parent''s list, from 0, in the curator''s order.';

COMMENT ON COLUMN agreement_action.kind IS 'The step.';

COMMENT ON COLUMN agreement_action.status IS 'Whether it was taken.';

COMMENT ON COLUMN agreement_action.date_edtf IS 'Date as precise as the source: EDTF text as written.';

COMMENT ON COLUMN agreement_action.date_earliest IS 'First day that the date allows; null means no limit.';

COMMENT ON COLUMN agreement_action.date_latest IS 'Last day that the date allows; null means no limit.';

COMMENT ON COLUMN agreement_action.actor_id IS 'By whom, where one actor took it.';

COMMENT ON COLUMN agreement_action.meeting_id IS 'The meeting at which it was taken.';

COMMENT ON COLUMN agreement_action.place_id IS 'Where it was taken.';

COMMENT ON COLUMN agreement_action.fulfils_id IS 'The planned step this one fulfils.';

CREATE TABLE article_note (
	id SERIAL NOT NULL,
	article_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	kind VARCHAR COLLATE "C" NOT NULL,
	start_char INTEGER NOT NULL,
	end_char INTEGER NOT NULL,
	note TEXT COLLATE "C",
	CONSTRAINT pk_article_note PRIMARY KEY (id),
	CONSTRAINT span_starts_in_the_text CHECK (start_char >= 0),
	CONSTRAINT span_is_not_empty CHECK (start_char < end_char),
	CONSTRAINT uq_article_note_article_id_position UNIQUE (article_id, position),
	CONSTRAINT fk_article_note_article_id FOREIGN KEY(article_id) REFERENCES article (id) ON DELETE CASCADE,
	CONSTRAINT position_counts_from_zero CHECK (position >= 0),
	CONSTRAINT kind_is_a_known_word CHECK (kind IN ('unclosed_quotation_mark', 'splice', 'probable_mistranslation', 'duplicated_text', 'other'))
);

COMMENT ON TABLE article_note IS 'What ails a text, and where.';

COMMENT ON COLUMN article_note.id IS 'Surrogate key; never shown to people.';

COMMENT ON COLUMN article_note.article_id IS 'The article.';

COMMENT ON COLUMN article_note.position IS 'Place in its parent''s list, from 0, in the curator''s order.';

COMMENT ON COLUMN article_note.kind IS 'What is wrong there.';

COMMENT ON COLUMN article_note.start_char IS 'First code point of the span, from 0.';

COMMENT ON COLUMN article_note.end_char IS 'One past the last code point of the span.';

COMMENT ON COLUMN article_note.note IS 'The curator''s explanation.';

CREATE TABLE article_text (
	id SERIAL NOT NULL,
	article_id INTEGER NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	CONSTRAINT pk_article_text PRIMARY KEY (id),
	CONSTRAINT uq_article_text_article_id UNIQUE (article_id),
	CONSTRAINT fk_article_text_article_id FOREIGN KEY(article_id) REFERENCES article (id) ON DELETE CASCADE
);

COMMENT ON TABLE article_text IS 'Texts of articles; offsets count code points of this text.';

COMMENT ON COLUMN article_text.id IS 'Surrogate key; never shown to people.';

COMMENT ON COLUMN article_text.article_id IS 'The article.';

COMMENT ON COLUMN article_text.text IS 'The UTF-8 file decoded and otherwise untouched.';

CREATE TABLE incident_actor (
	id SERIAL NOT NULL,
	incident_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	actor_id INTEGER NOT NULL,
	role VARCHAR COLLATE "C" NOT NULL,
	CONSTRAINT pk_incident_actor PRIMARY KEY (id),
	CONSTRAINT uq_incident_actor_incident_id_position UNIQUE (incident_id, position),
	CONSTRAINT fk_incident_actor_incident_id FOREIGN KEY(incident_id) REFERENCES incident (id) ON DELETE CASCADE,
	CONSTRAINT fk_incident_actor_actor_id FOREIGN KEY(actor_id) REFERENCES actor (id) ON DELETE RESTRICT,
	CONSTRAINT position_counts_from_zero CHECK (position >= 0),
	CONSTRAINT role_is_a_known_word CHECK (role IN ('perpetrator', 'target', 'victim', 'party', 'initiator', 'subject', 'claimant', 'other'))
);

CREATE INDEX ix_incident_actor_actor_id ON incident_actor (actor_id);

COMMENT ON TABLE incident_actor IS 'Who had which part in an incident.';

COMMENT ON COLUMN incident_actor.id IS 'Surrogate key; never shown to people.';

COMMENT ON COLUMN incident_actor.incident_id IS 'The incident.';

COMMENT ON COLUMN incident_actor.position IS 'Place in its parent''s list, from 0, in the curator''s order.';

COMMENT ON COLUMN incident_actor.actor_id IS 'Who had a part.';

COMMENT ON COLUMN incident_actor.role IS 'Which part.';

CREATE TABLE meeting_topic (
	id SERIAL NOT NULL,
	meeting_id INTEGER NOT NULL,
	topic_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	CONSTRAINT pk_meeting_topic PRIMARY KEY (id),
	CONSTRAINT uq_meeting_topic_meeting_id_topic_id UNIQUE (meeting_id, topic_id),
	CONSTRAINT uq_meeting_topic_meeting_id_position UNIQUE (meeting_id, position),
	CONSTRAINT fk_meeting_topic_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
	CONSTRAINT fk_meeting_topic_topic_id FOREIGN KEY(topic_id) REFERENCES topic (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT position_counts_from_zero CHECK (position >= 0)
);

CREATE INDEX ix_meeting_topic_topic_id ON meeting_topic (topic_id, meeting_id);

COMMENT ON TABLE meeting_topic IS 'Subjects of meetings.';

COMMENT ON COLUMN meeting_topic.id IS 'Surrogate key; never shown to people.';

COMMENT ON COLUMN meeting_topic.meeting_id IS 'The meeting.';

COMMENT ON COLUMN meeting_topic.topic_id IS 'Its subject.';

COMMENT ON COLUMN meeting_topic.position IS 'Place in its parent''s list, from 0, in the curator''s order.';

CREATE TABLE name (
	id SERIAL NOT NULL,
	actor_id INTEGER,
	office_id INTEGER,
	agreement_id INTEGER,
	place_id INTEGER,
	position INTEGER NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	folded TEXT COLLATE "C" NOT NULL,
	kind VARCHAR COLLATE "C" NOT NULL,
	language TEXT COLLATE "C",
	CONSTRAINT pk_name PRIMARY KEY (id),
	CONSTRAINT has_exactly_one_subject CHECK (CASE WHEN actor_id IS NULL THEN 0 ELSE 1 END + CASE WHEN office_id IS NULL THEN 0 ELSE 1 END + CASE WHEN agreement_id IS NULL THEN 0 ELSE 1 END + CASE WHEN place_id IS NULL THEN 0 ELSE 1 END = 1),
	CONSTRAINT uq_name_actor_id_position UNIQUE (actor_id, position),
	CONSTRAINT uq_name_office_id_position UNIQUE (office_id, position),
	CONSTRAINT uq_name_agreement_id_position UNIQUE (agreement_id, position),
	CONSTRAINT uq_name_place_id_position UNIQUE (place_id, position),
	CONSTRAINT fk_name_actor_id FOREIGN KEY(actor_id) REFERENCES actor (id) ON DELETE CASCADE,
	CONSTRAINT fk_name_office_id FOREIGN KEY(office_id) REFERENCES office (id) ON DELETE CASCADE,
	CONSTRAINT fk_name_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id) ON DELETE CASCADE,
	CONSTRAINT fk_name_place_id FOREIGN KEY(place_id) REFERENCES place (id) ON DELETE CASCADE,
	CONSTRAINT position_counts_from_zero CHECK (position >= 0),
	CONSTRAINT kind_is_a_known_word CHECK (kind IN ('canonical', 'variant', 'short', 'acronym', 'former', 'translation'))
);

CREATE INDEX ix_name_folded ON name (folded);

COMMENT ON TABLE name IS 'Every way in which a thing is written; folded is the look-up key.';

COMMENT ON COLUMN name.id IS 'Surrogate key; never shown to people.';

COMMENT ON COLUMN name.actor_id IS 'The actor so written.';

COMMENT ON COLUMN name.office_id IS 'The office so written.';

COMMENT ON COLUMN name.agreement_id IS 'The agreement so written.';

COMMENT ON COLUMN name.place_id IS 'The place so written.';

COMMENT ON COLUMN name.position IS 'Place in its parent''s list, from 0, in the curator''s order.';

COMMENT ON COLUMN name.text IS 'The name as printed.';

COMMENT ON COLUMN name.folded IS 'The name as one search key: ASCII, no case.';

COMMENT ON COLUMN name.kind IS 'How this way of writing relates to the thing.';

COMMENT ON COLUMN name.language IS 'BCP 47 tag of the name''s language.';

CREATE TABLE participation (
	id SERIAL NOT NULL,
	meeting_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	actor_id INTEGER,
	office_id INTEGER,
	described_as TEXT COLLATE "C",
	on_behalf_of_id INTEGER,
	role VARCHAR COLLATE "C" NOT NULL,
	basis VARCHAR COLLATE "C" NOT NULL,
	CONSTRAINT pk_participation PRIMARY KEY (id),
	CONSTRAINT names_an_actor_an_office_or_words CHECK (actor_id IS NOT NULL OR office_id IS NOT NULL OR described_as IS NOT NULL),
	CONSTRAINT uq_participation_meeting_id_actor_id UNIQUE (meeting_id, actor_id),
	CONSTRAINT uq_participation_meeting_id_position UNIQUE (meeting_id, position),
	CONSTRAINT fk_participation_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
	CONSTRAINT fk_participation_actor_id FOREIGN KEY(actor_id) REFERENCES actor (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_participation_office_id FOREIGN KEY(office_id) REFERENCES office (id) ON DELETE RESTRICT,
	CONSTRAINT fk_participation_on_behalf_of_id FOREIGN KEY(on_behalf_of_id) REFERENCES actor (id) ON DELETE RESTRICT,
	CONSTRAINT position_counts_from_zero CHECK (position >= 0),
	CONSTRAINT role_is_a_known_word CHECK (role IN ('host', 'guest', 'participant', 'head_of_delegation', 'mediator', 'witness', 'speaker')),
	CONSTRAINT basis_is_a_known_word CHECK (basis IN ('stated', 'inferred', 'outside'))
);

CREATE INDEX ix_participation_actor_id ON participation (actor_id) WHERE actor_id IS NOT NULL;

CREATE INDEX ix_participation_office_id ON participation (office_id) WHERE office_id IS NOT NULL;

CREATE INDEX ix_participation_on_behalf_of_id ON participation (on_behalf_of_id) WHERE on_behalf_of_id IS NOT NULL;

COMMENT ON TABLE participation IS 'Who took part, in which office, for whom.';

COMMENT ON COLUMN participation.id IS 'Surrogate key; never shown to people.';

COMMENT ON COLUMN participation.meeting_id IS 'The meeting.';

COMMENT ON COLUMN participation.position IS 'Place in its parent''s list, from 0, in the curator''s order.';

COMMENT ON COLUMN participation.actor_id IS 'Who took part; null when unnamed.';

COMMENT ON COLUMN participation.office_id IS 'The office held then and there.';

COMMENT ON COLUMN participation.described_as IS 'The source''s own words.';

COMMENT ON COLUMN participation.on_behalf_of_id IS 'The state or body represented.';

COMMENT ON COLUMN participation.role IS 'The part taken.';

COMMENT ON COLUMN participation.basis IS 'How the participation follows from the source.';

CREATE TABLE quote (
	id SERIAL NOT NULL,
	article_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	start_char INTEGER NOT NULL,
	end_char INTEGER NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	folded TEXT COLLATE "C" NOT NULL,
	mode VARCHAR COLLATE "C" NOT NULL,
	speaker_as_written TEXT COLLATE "C",
	meeting_id INTEGER,
	relayed_by_id INTEGER,
	utterance TEXT COLLATE "C",
	language TEXT COLLATE "C",
	date_edtf TEXT COLLATE "C",
	date_earliest DATE,
	date_latest DATE,
	CONSTRAINT pk_quote PRIMARY KEY (id),
	CONSTRAINT span_starts_in_the_text CHECK (start_char >= 0),
	CONSTRAINT span_is_not_empty CHECK (start_char < end_char),
	CONSTRAINT uq_quote_article_id_position UNIQUE (article_id, position),
	CONSTRAINT fk_quote_article_id FOREIGN KEY(article_id) REFERENCES article (id) ON DELETE CASCADE,
	CONSTRAINT fk_quote_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE RESTRICT,
	CONSTRAINT fk_quote_relayed_by_id FOREIGN KEY(relayed_by_id) REFERENCES actor (id) ON DELETE RESTRICT,
	CONSTRAINT position_counts_from_zero CHECK (position >= 0),
	CONSTRAINT mode_is_a_known_word CHECK (mode IN ('direct', 'direct_unmarked', 'indirect', 'fragment')),
	CONSTRAINT date_bounds_are_in_order CHECK (date_earliest <= date_latest),
	CONSTRAINT date_bounds_have_their_edtf CHECK (date_edtf IS NOT NULL OR (date_earliest IS NULL AND date_latest IS NULL))
);

CREATE INDEX ix_quote_meeting_id ON quote (meeting_id) WHERE meeting_id IS NOT NULL;

CREATE INDEX ix_quote_relayed_by_id ON quote (relayed_by_id) WHERE relayed_by_id IS NOT NULL;

CREATE INDEX ix_quote_utterance ON quote (utterance) WHERE utterance IS NOT NULL;

COMMENT ON TABLE quote IS 'Speech as reported.';

COMMENT ON COLUMN quote.id IS 'Surrogate key; never shown to people.';

COMMENT ON COLUMN quote.article_id IS 'The article that reports it.';

COMMENT ON COLUMN quote.position IS 'Place in its parent''s list, from 0, in the curator''s order.';

COMMENT ON COLUMN quote.start_char IS 'First code point of the words, from 0.';

COMMENT ON COLUMN quote.end_char IS 'One past the last code point of the words.';

COMMENT ON COLUMN quote.text IS 'The words as they stand in the article.';

COMMENT ON COLUMN quote.folded IS 'The words folded for search.';

COMMENT ON COLUMN quote.mode IS 'How the speech is reported.';

COMMENT ON COLUMN quote.speaker_as_written IS 'The speaker in the article''s words.';

COMMENT ON COLUMN quote.meeting_id IS 'The meeting at which it was said.';

COMMENT ON COLUMN quote.relayed_by_id IS 'The agency that relayed it.';

COMMENT ON COLUMN quote.utterance IS 'Joins pieces of one quotation, or renderings of one remark.';

COMMENT ON COLUMN quote.language IS 'BCP 47 tag of the words.';

COMMENT ON COLUMN quote.date_edtf IS 'Date as precise as the source: EDTF text as written.';

COMMENT ON COLUMN quote.date_earliest IS 'First day that the date allows; null means no limit.';

COMMENT ON COLUMN quote.date_latest IS 'Last day that the date allows; null means no limit.';

CREATE TABLE tenure (
	id SERIAL NOT NULL,
	holder_id INTEGER NOT NULL,
	office_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	since_edtf TEXT COLLATE "C",
	since_earliest DATE,
	since_latest DATE,
	until_edtf TEXT COLLATE "C",
	until_earliest DATE,
	until_latest DATE,
	acting INTEGER NOT NULL,
	CONSTRAINT pk_tenure PRIMARY KEY (id),
	CONSTRAINT uq_tenure_holder_id_position UNIQUE (holder_id, position),
	CONSTRAINT acting_is_yes_or_no CHECK (acting IN (0, 1)),
	CONSTRAINT fk_tenure_holder_id FOREIGN KEY(holder_id) REFERENCES actor (id) ON DELETE CASCADE,
	CONSTRAINT fk_tenure_office_id FOREIGN KEY(office_id) REFERENCES office (id) ON DELETE RESTRICT,
	CONSTRAINT position_counts_from_zero CHECK (position >= 0),
	CONSTRAINT since_bounds_are_in_order CHECK (since_earliest <= since_latest),
	CONSTRAINT since_bounds_have_their_edtf CHECK (since_edtf IS NOT NULL OR (since_earliest IS NULL AND since_latest IS NULL)),
	CONSTRAINT until_bounds_are_in_order CHECK (until_earliest <= until_latest),
	CONSTRAINT until_bounds_have_their_edtf CHECK (until_edtf IS NOT NULL OR (until_earliest IS NULL AND until_latest IS NULL))
);

CREATE INDEX ix_tenure_office_id ON tenure (office_id);

COMMENT ON TABLE tenure IS 'Who holds which office when. A null until means unknown, ''..'' still held.';

COMMENT ON COLUMN tenure.id IS 'Surrogate key; never shown to people.';

COMMENT ON COLUMN tenure.holder_id IS 'Who holds the office.';

COMMENT ON COLUMN tenure.office_id IS 'The office held.';

COMMENT ON COLUMN tenure.position IS 'Place in its parent''s list, from 0, in the curator''s order.';

COMMENT ON COLUMN tenure.since_edtf IS 'Date as precise as the source: EDTF text as written.';

COMMENT ON COLUMN tenure.since_earliest IS 'First day that the date allows; null means no limit.';

COMMENT ON COLUMN tenure.since_latest IS 'Last day that the date allows; null means no limit.';

COMMENT ON COLUMN tenure.until_edtf IS 'Date as precise as the source: EDTF text as written.';

COMMENT ON COLUMN tenure.until_earliest IS 'First day that the date allows; null means no limit.';

COMMENT ON COLUMN tenure.until_latest IS 'Last day that the date allows; null means no limit.';

COMMENT ON COLUMN tenure.acting IS '1 when held in an acting capacity, else 0.';

CREATE TABLE figure (
	id SERIAL NOT NULL,
	incident_id INTEGER,
	agreement_id INTEGER,
	meeting_id INTEGER,
	quote_id INTEGER,
	position INTEGER NOT NULL,
	what TEXT COLLATE "C" NOT NULL,
	value TEXT COLLATE "C" NOT NULL,
	unit TEXT COLLATE "C",
	qualifier VARCHAR COLLATE "C" NOT NULL,
	claimed_by_id INTEGER,
	claimed_by_as_written TEXT COLLATE "C",
	CONSTRAINT pk_figure PRIMARY KEY (id),
	CONSTRAINT has_exactly_one_subject CHECK (CASE WHEN incident_id IS NULL THEN 0 ELSE 1 END + CASE WHEN agreement_id IS NULL THEN 0 ELSE 1 END + CASE WHEN meeting_id IS NULL THEN 0 ELSE 1 END + CASE WHEN quote_id IS NULL THEN 0 ELSE 1 END = 1),
	CONSTRAINT uq_figure_incident_id_position UNIQUE (incident_id, position),
	CONSTRAINT uq_figure_agreement_id_position UNIQUE (agreement_id, position),
	CONSTRAINT uq_figure_meeting_id_position UNIQUE (meeting_id, position),
	CONSTRAINT uq_figure_quote_id_position UNIQUE (quote_id, position),
	CONSTRAINT fk_figure_incident_id FOREIGN KEY(incident_id) REFERENCES incident (id) ON DELETE CASCADE,
	CONSTRAINT fk_figure_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id) ON DELETE CASCADE,
	CONSTRAINT fk_figure_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
	CONSTRAINT fk_figure_quote_id FOREIGN KEY(quote_id) REFERENCES quote (id) ON DELETE CASCADE,
	CONSTRAINT fk_figure_claimed_by_id FOREIGN KEY(claimed_by_id) REFERENCES actor (id) ON DELETE RESTRICT,
	CONSTRAINT position_counts_from_zero CHECK (position >= 0),
	CONSTRAINT qualifier_is_a_known_word CHECK (qualifier IN ('exact', 'about', 'at_most', 'at_least', 'more_than', 'nearly'))
);

CREATE INDEX ix_figure_claimed_by_id ON figure (claimed_by_id) WHERE claimed_by_id IS NOT NULL;

COMMENT ON TABLE figure IS 'Numbers as reported, with who claims them.';

COMMENT ON COLUMN figure.id IS 'Surrogate key; never shown to people.';

COMMENT ON COLUMN figure.incident_id IS 'The incident it counts.';

COMMENT ON COLUMN figure.agreement_id IS 'The agreement it counts.';

COMMENT ON COLUMN figure.meeting_id IS 'The meeting it counts.';

COMMENT ON COLUMN figure.quote_id IS 'The quote that names it.';

COMMENT ON COLUMN figure.position IS 'Place in its parent''s list, from 0, in the curator''s order.';

COMMENT ON COLUMN figure.what IS 'What is counted.';

COMMENT ON COLUMN figure.value IS 'The number: digits, with a point for decimals.';

COMMENT ON COLUMN figure.unit IS 'Of what: people, billion US dollars, kilometres.';

COMMENT ON COLUMN figure.qualifier IS 'How exact it claims to be.';

COMMENT ON COLUMN figure.claimed_by_id IS 'Who claims it.';

COMMENT ON COLUMN figure.claimed_by_as_written IS 'Who claims it, in the source''s words.';

CREATE TABLE quote_speaker (
	id SERIAL NOT NULL,
	quote_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	actor_id INTEGER NOT NULL,
	office_id INTEGER,
	on_behalf_of_id INTEGER,
	CONSTRAINT pk_quote_speaker PRIMARY KEY (id),
	CONSTRAINT uq_quote_speaker_quote_id_actor_id UNIQUE (quote_id, actor_id),
	CONSTRAINT uq_quote_speaker_quote_id_position UNIQUE (quote_id, position),
	CONSTRAINT fk_quote_speaker_quote_id FOREIGN KEY(quote_id) REFERENCES quote (id) ON DELETE CASCADE,
	CONSTRAINT fk_quote_speaker_actor_id FOREIGN KEY(actor_id) REFERENCES actor (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_quote_speaker_office_id FOREIGN KEY(office_id) REFERENCES office (id) ON DELETE RESTRICT,
	CONSTRAINT fk_quote_speaker_on_behalf_of_id FOREIGN KEY(on_behalf_of_id) REFERENCES actor (id) ON DELETE RESTRICT,
	CONSTRAINT position_counts_from_zero CHECK (position >= 0)
);

CREATE INDEX ix_quote_speaker_actor_id ON quote_speaker (actor_id);

CREATE INDEX ix_quote_speaker_office_id ON quote_speaker (office_id) WHERE office_id IS NOT NULL;

CREATE INDEX ix_quote_speaker_on_behalf_of_id ON quote_speaker (on_behalf_of_id) WHERE on_behalf_of_id IS NOT NULL;

COMMENT ON TABLE quote_speaker IS 'Speakers of quotes.';

COMMENT ON COLUMN quote_speaker.id IS 'Surrogate key; never shown to people.';

COMMENT ON COLUMN quote_speaker.quote_id IS 'The quote.';

COMMENT ON COLUMN quote_speaker.position IS 'Place in its parent''s list, from 0, in the curator''s order.';

COMMENT ON COLUMN quote_speaker.actor_id IS 'Who speaks.';

COMMENT ON COLUMN quote_speaker.office_id IS 'The office in which they speak.';

COMMENT ON COLUMN quote_speaker.on_behalf_of_id IS 'The side they speak for.';

CREATE TABLE quote_topic (
	id SERIAL NOT NULL,
	quote_id INTEGER NOT NULL,
	topic_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	CONSTRAINT pk_quote_topic PRIMARY KEY (id),
	CONSTRAINT uq_quote_topic_quote_id_topic_id UNIQUE (quote_id, topic_id),
	CONSTRAINT uq_quote_topic_quote_id_position UNIQUE (quote_id, position),
	CONSTRAINT fk_quote_topic_quote_id FOREIGN KEY(quote_id) REFERENCES quote (id) ON DELETE CASCADE,
	CONSTRAINT fk_quote_topic_topic_id FOREIGN KEY(topic_id) REFERENCES topic (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT position_counts_from_zero CHECK (position >= 0)
);

CREATE INDEX ix_quote_topic_topic_id ON quote_topic (topic_id, quote_id);

COMMENT ON TABLE quote_topic IS 'Subjects of quotes.';

COMMENT ON COLUMN quote_topic.id IS 'Surrogate key; never shown to people.';

COMMENT ON COLUMN quote_topic.quote_id IS 'The quote.';

COMMENT ON COLUMN quote_topic.topic_id IS 'Its subject.';

COMMENT ON COLUMN quote_topic.position IS 'Place in its parent''s list, from 0, in the curator''s order.';

CREATE TABLE signature (
	id SERIAL NOT NULL,
	action_id INTEGER NOT NULL,
	agreement_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	signer_id INTEGER,
	office_id INTEGER,
	described_as TEXT COLLATE "C",
	party_id INTEGER NOT NULL,
	basis VARCHAR COLLATE "C" NOT NULL,
	CONSTRAINT pk_signature PRIMARY KEY (id),
	CONSTRAINT uq_signature_action_id_position UNIQUE (action_id, position),
	CONSTRAINT fk_signature_action_id_agreement_id FOREIGN KEY(action_id, agreement_id) REFERENCES agreement_action (id, agreement_id) ON DELETE CASCADE,
	CONSTRAINT fk_signature_agreement_id_party_id FOREIGN KEY(agreement_id, party_id) REFERENCES party (agreement_id, actor_id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT names_a_signer_an_office_or_words CHECK (signer_id IS NOT NULL OR office_id IS NOT NULL OR described_as IS NOT NULL),
	CONSTRAINT fk_signature_action_id FOREIGN KEY(action_id) REFERENCES agreement_action (id) ON DELETE CASCADE,
	CONSTRAINT fk_signature_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id) ON DELETE CASCADE,
	CONSTRAINT fk_signature_signer_id FOREIGN KEY(signer_id) REFERENCES actor (id) ON DELETE RESTRICT,
	CONSTRAINT fk_signature_office_id FOREIGN KEY(office_id) REFERENCES office (id) ON DELETE RESTRICT,
	CONSTRAINT fk_signature_party_id FOREIGN KEY(party_id) REFERENCES actor (id) ON DELETE RESTRICT,
	CONSTRAINT position_counts_from_zero CHECK (position >= 0),
	CONSTRAINT basis_is_a_known_word CHECK (basis IN ('stated', 'inferred', 'outside'))
);

CREATE INDEX ix_signature_agreement_id ON signature (agreement_id);

CREATE INDEX ix_signature_office_id ON signature (office_id) WHERE office_id IS NOT NULL;

CREATE INDEX ix_signature_party_id ON signature (party_id);

CREATE INDEX ix_signature_signer_id ON signature (signer_id) WHERE signer_id IS NOT NULL;

COMMENT ON TABLE signature IS 'Who signed, in which office, for which party.';

COMMENT ON COLUMN signature.id IS 'Surrogate key; never shown to people.';

COMMENT ON COLUMN signature.action_id IS 'The step signed.';

COMMENT ON COLUMN signature.agreement_id IS 'The agreement of that step.';

COMMENT ON COLUMN signature.position IS 'Place in its parent''s list, from 0, in the curator''s order.';

COMMENT ON COLUMN signature.signer_id IS 'Who signed; null when unnamed.';

COMMENT ON COLUMN signature.office_id IS 'The office in which they signed.';

COMMENT ON COLUMN signature.described_as IS 'The source''s own words.';

COMMENT ON COLUMN signature.party_id IS 'The party signed for.';

COMMENT ON COLUMN signature.basis IS 'How the signature follows from the source.';

CREATE TABLE evidence (
	id SERIAL NOT NULL,
	article_id INTEGER,
	mentioned_in_id INTEGER,
	position INTEGER NOT NULL,
	start_char INTEGER,
	end_char INTEGER,
	excerpt TEXT COLLATE "C",
	basis VARCHAR COLLATE "C" NOT NULL,
	field TEXT COLLATE "C",
	as_of_edtf TEXT COLLATE "C",
	as_of_earliest DATE,
	as_of_latest DATE,
	relayed_by_id INTEGER,
	note TEXT COLLATE "C",
	about_article_id INTEGER,
	name_id INTEGER,
	tenure_id INTEGER,
	meeting_id INTEGER,
	participation_id INTEGER,
	agreement_id INTEGER,
	party_id INTEGER,
	agreement_action_id INTEGER,
	signature_id INTEGER,
	agreement_link_id INTEGER,
	quote_id INTEGER,
	incident_id INTEGER,
	figure_id INTEGER,
	CONSTRAINT pk_evidence PRIMARY KEY (id),
	CONSTRAINT has_exactly_one_subject CHECK (CASE WHEN about_article_id IS NULL THEN 0 ELSE 1 END + CASE WHEN name_id IS NULL THEN 0 ELSE 1 END + CASE WHEN tenure_id IS NULL THEN 0 ELSE 1 END + CASE WHEN meeting_id IS NULL THEN 0 ELSE 1 END + CASE WHEN participation_id IS NULL THEN 0 ELSE 1 END + CASE WHEN agreement_id IS NULL THEN 0 ELSE 1 END + CASE WHEN party_id IS NULL THEN 0 ELSE 1 END + CASE WHEN agreement_action_id IS NULL THEN 0 ELSE 1 END + CASE WHEN signature_id IS NULL THEN 0 ELSE 1 END + CASE WHEN agreement_link_id IS NULL THEN 0 ELSE 1 END + CASE WHEN quote_id IS NULL THEN 0 ELSE 1 END + CASE WHEN incident_id IS NULL THEN 0 ELSE 1 END + CASE WHEN figure_id IS NULL THEN 0 ELSE 1 END = 1),
	CONSTRAINT rests_on_an_excerpt CHECK (basis = 'outside' OR (article_id IS NOT NULL AND start_char IS NOT NULL AND end_char IS NOT NULL AND excerpt IS NOT NULL)),
	CONSTRAINT outside_knowledge_has_a_note_and_no_excerpt CHECK (basis <> 'outside' OR (note IS NOT NULL AND article_id IS NULL AND start_char IS NULL AND end_char IS NULL AND excerpt IS NULL)),
	CONSTRAINT span_starts_in_the_text CHECK (start_char >= 0),
	CONSTRAINT span_is_not_empty CHECK (start_char < end_char),
	CONSTRAINT fk_evidence_article_id FOREIGN KEY(article_id) REFERENCES article (id) ON DELETE RESTRICT,
	CONSTRAINT fk_evidence_mentioned_in_id FOREIGN KEY(mentioned_in_id) REFERENCES article (id) ON DELETE CASCADE,
	CONSTRAINT fk_evidence_relayed_by_id FOREIGN KEY(relayed_by_id) REFERENCES actor (id) ON DELETE RESTRICT,
	CONSTRAINT fk_evidence_about_article_id FOREIGN KEY(about_article_id) REFERENCES article (id) ON DELETE CASCADE,
	CONSTRAINT fk_evidence_name_id FOREIGN KEY(name_id) REFERENCES name (id) ON DELETE CASCADE,
	CONSTRAINT fk_evidence_tenure_id FOREIGN KEY(tenure_id) REFERENCES tenure (id) ON DELETE CASCADE,
	CONSTRAINT fk_evidence_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
	CONSTRAINT fk_evidence_participation_id FOREIGN KEY(participation_id) REFERENCES participation (id) ON DELETE CASCADE,
	CONSTRAINT fk_evidence_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id) ON DELETE CASCADE,
	CONSTRAINT fk_evidence_party_id FOREIGN KEY(party_id) REFERENCES party (id) ON DELETE CASCADE,
	CONSTRAINT fk_evidence_agreement_action_id FOREIGN KEY(agreement_action_id) REFERENCES agreement_action (id) ON DELETE CASCADE,
	CONSTRAINT fk_evidence_signature_id FOREIGN KEY(signature_id) REFERENCES signature (id) ON DELETE CASCADE,
	CONSTRAINT fk_evidence_agreement_link_id FOREIGN KEY(agreement_link_id) REFERENCES agreement_link (id) ON DELETE CASCADE,
	CONSTRAINT fk_evidence_quote_id FOREIGN KEY(quote_id) REFERENCES quote (id) ON DELETE CASCADE,
	CONSTRAINT fk_evidence_incident_id FOREIGN KEY(incident_id) REFERENCES incident (id) ON DELETE CASCADE,
	CONSTRAINT fk_evidence_figure_id FOREIGN KEY(figure_id) REFERENCES figure (id) ON DELETE CASCADE,
	CONSTRAINT position_counts_from_zero CHECK (position >= 0),
	CONSTRAINT basis_is_a_known_word CHECK (basis IN ('stated', 'inferred', 'outside')),
	CONSTRAINT as_of_bounds_are_in_order CHECK (as_of_earliest <= as_of_latest),
	CONSTRAINT as_of_bounds_have_their_edtf CHECK (as_of_edtf IS NOT NULL OR (as_of_earliest IS NULL AND as_of_latest IS NULL))
);

CREATE UNIQUE INDEX ix_evidence_about_article_id ON evidence (about_article_id, coalesce(mentioned_in_id, 0), position) WHERE about_article_id IS NOT NULL;

CREATE UNIQUE INDEX ix_evidence_agreement_action_id ON evidence (agreement_action_id, coalesce(mentioned_in_id, 0), position) WHERE agreement_action_id IS NOT NULL;

CREATE UNIQUE INDEX ix_evidence_agreement_id ON evidence (agreement_id, coalesce(mentioned_in_id, 0), position) WHERE agreement_id IS NOT NULL;

CREATE UNIQUE INDEX ix_evidence_agreement_link_id ON evidence (agreement_link_id, coalesce(mentioned_in_id, 0), position) WHERE agreement_link_id IS NOT NULL;

CREATE INDEX ix_evidence_article_id ON evidence (article_id) WHERE article_id IS NOT NULL;

CREATE UNIQUE INDEX ix_evidence_figure_id ON evidence (figure_id, coalesce(mentioned_in_id, 0), position) WHERE figure_id IS NOT NULL;

CREATE UNIQUE INDEX ix_evidence_incident_id ON evidence (incident_id, coalesce(mentioned_in_id, 0), position) WHERE incident_id IS NOT NULL;

CREATE UNIQUE INDEX ix_evidence_meeting_id ON evidence (meeting_id, coalesce(mentioned_in_id, 0), position) WHERE meeting_id IS NOT NULL;

CREATE INDEX ix_evidence_mentioned_in_id ON evidence (mentioned_in_id) WHERE mentioned_in_id IS NOT NULL;

CREATE UNIQUE INDEX ix_evidence_name_id ON evidence (name_id, coalesce(mentioned_in_id, 0), position) WHERE name_id IS NOT NULL;

CREATE UNIQUE INDEX ix_evidence_participation_id ON evidence (participation_id, coalesce(mentioned_in_id, 0), position) WHERE participation_id IS NOT NULL;

CREATE UNIQUE INDEX ix_evidence_party_id ON evidence (party_id, coalesce(mentioned_in_id, 0), position) WHERE party_id IS NOT NULL;

CREATE UNIQUE INDEX ix_evidence_quote_id ON evidence (quote_id, coalesce(mentioned_in_id, 0), position) WHERE quote_id IS NOT NULL;

CREATE INDEX ix_evidence_relayed_by_id ON evidence (relayed_by_id) WHERE relayed_by_id IS NOT NULL;

CREATE UNIQUE INDEX ix_evidence_signature_id ON evidence (signature_id, coalesce(mentioned_in_id, 0), position) WHERE signature_id IS NOT NULL;

CREATE UNIQUE INDEX ix_evidence_tenure_id ON evidence (tenure_id, coalesce(mentioned_in_id, 0), position) WHERE tenure_id IS NOT NULL;

COMMENT ON TABLE evidence IS 'Why we hold a fact: article, span, and how the curator read it.';

COMMENT ON COLUMN evidence.id IS 'Surrogate key; never shown to people.';

COMMENT ON COLUMN evidence.article_id IS 'The source; null for outside knowledge.';

COMMENT ON COLUMN evidence.mentioned_in_id IS 'The article whose record file adds this proof to another record; null when its own.';

COMMENT ON COLUMN evidence.position IS 'Place in its parent''s list, from 0, in the curator''s order.';

COMMENT ON COLUMN evidence.start_char IS 'First code point of the excerpt, from 0.';

COMMENT ON COLUMN evidence.end_char IS 'One past the excerpt''s last code point.';

COMMENT ON COLUMN evidence.excerpt IS 'The words as they stand in the article.';

COMMENT ON COLUMN evidence.basis IS 'How the fact follows from the words.';

COMMENT ON COLUMN evidence.field IS 'The field it proves, such as date; null: the record.';

COMMENT ON COLUMN evidence.as_of_edtf IS 'Date as precise as the source: EDTF text as written.';

COMMENT ON COLUMN evidence.as_of_earliest IS 'First day that the date allows; null means no limit.';

COMMENT ON COLUMN evidence.as_of_latest IS 'Last day that the date allows; null means no limit.';

COMMENT ON COLUMN evidence.relayed_by_id IS 'The agency that relayed it.';

COMMENT ON COLUMN evidence.note IS 'How the curator read it.';

COMMENT ON COLUMN evidence.about_article_id IS 'The article whose own field it proves.';

COMMENT ON COLUMN evidence.name_id IS 'The name it proves.';

COMMENT ON COLUMN evidence.tenure_id IS 'The tenure it proves.';

COMMENT ON COLUMN evidence.meeting_id IS 'The meeting it proves.';

COMMENT ON COLUMN evidence.participation_id IS 'The participation it proves.';

COMMENT ON COLUMN evidence.agreement_id IS 'The agreement it proves.';

COMMENT ON COLUMN evidence.party_id IS 'The party it proves.';

COMMENT ON COLUMN evidence.agreement_action_id IS 'The step it proves.';

COMMENT ON COLUMN evidence.signature_id IS 'The signature it proves.';

COMMENT ON COLUMN evidence.agreement_link_id IS 'The link it proves.';

COMMENT ON COLUMN evidence.quote_id IS 'The quote whose reading it proves.';

COMMENT ON COLUMN evidence.incident_id IS 'The incident it proves.';

COMMENT ON COLUMN evidence.figure_id IS 'The figure it proves.';

CREATE TABLE tension (
	id SERIAL NOT NULL,
	slug TEXT COLLATE "C" NOT NULL,
	first_id INTEGER NOT NULL,
	second_id INTEGER NOT NULL,
	note TEXT COLLATE "C",
	source_file TEXT COLLATE "C",
	source_line INTEGER,
	content_sha256 TEXT COLLATE "C",
	CONSTRAINT pk_tension PRIMARY KEY (id),
	CONSTRAINT uq_tension_first_id_second_id UNIQUE (first_id, second_id),
	CONSTRAINT pulls_two_statements_apart CHECK (first_id <> second_id),
	CONSTRAINT uq_tension_slug UNIQUE (slug),
	CONSTRAINT fk_tension_first_id FOREIGN KEY(first_id) REFERENCES evidence (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_tension_second_id FOREIGN KEY(second_id) REFERENCES evidence (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT slug_has_a_fitting_length CHECK (length(slug) BETWEEN 1 AND 120)
);

CREATE INDEX ix_tension_first_id ON tension (first_id);

CREATE INDEX ix_tension_second_id ON tension (second_id);

COMMENT ON TABLE tension IS 'Pairs of statements that pull apart; both stand.';

COMMENT ON COLUMN tension.id IS 'Surrogate key; never shown to people.';

COMMENT ON COLUMN tension.slug IS 'Name by which curators and views call this record.';

COMMENT ON COLUMN tension.first_id IS 'One statement.';

COMMENT ON COLUMN tension.second_id IS 'The other statement.';

COMMENT ON COLUMN tension.note IS 'How they differ.';

COMMENT ON COLUMN tension.source_file IS 'Record file that holds it, relative to the folder loaded.';

COMMENT ON COLUMN tension.source_line IS 'Line of that file on which the record begins, from 1.';

COMMENT ON COLUMN tension.content_sha256 IS 'Digest of the record and its parts as the loader last wrote them.';
