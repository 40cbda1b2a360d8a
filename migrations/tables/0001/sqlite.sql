CREATE TABLE actor (
	id INTEGER NOT NULL,
	slug TEXT NOT NULL,
	kind TEXT NOT NULL,
	name TEXT NOT NULL,
	country TEXT,
	description TEXT,
	wikidata TEXT,
	source_file TEXT,
	source_line INTEGER,
	content_sha256 TEXT,
	CONSTRAINT pk_actor PRIMARY KEY (id),
	CONSTRAINT country_is_two_letters CHECK (length(country) = 2),
	CONSTRAINT uq_actor_slug UNIQUE (slug),
	CONSTRAINT uq_actor_wikidata UNIQUE (wikidata),
	CONSTRAINT slug_has_a_fitting_length CHECK (length(slug) BETWEEN 1 AND 120),
	CONSTRAINT kind_is_a_known_word CHECK (kind IN ('person', 'state', 'organisation', 'body', 'armed_group', 'media'))
)
 STRICT;

CREATE TABLE agreement (
	id INTEGER NOT NULL,
	slug TEXT NOT NULL,
	title TEXT NOT NULL,
	kind TEXT NOT NULL,
	summary TEXT,
	folded TEXT NOT NULL,
	source_file TEXT,
	source_line INTEGER,
	content_sha256 TEXT,
	CONSTRAINT pk_agreement PRIMARY KEY (id),
	CONSTRAINT uq_agreement_slug UNIQUE (slug),
	CONSTRAINT slug_has_a_fitting_length CHECK (length(slug) BETWEEN 1 AND 120),
	CONSTRAINT kind_is_a_known_word CHECK (kind IN ('mou', 'treaty', 'protocol', 'roadmap', 'joint_statement', 'agreement', 'mechanism', 'commitment', 'declaration', 'unspecified'))
)
 STRICT;

CREATE TABLE data_dictionary (
	table_name TEXT NOT NULL,
	column_name TEXT NOT NULL,
	type_name TEXT NOT NULL,
	meaning TEXT NOT NULL,
	CONSTRAINT pk_data_dictionary PRIMARY KEY (table_name, column_name)
)
 STRICT;

CREATE TABLE load_run (
	id INTEGER NOT NULL,
	started TEXT NOT NULL,
	finished TEXT,
	source TEXT NOT NULL,
	digest TEXT NOT NULL,
	added INTEGER NOT NULL,
	changed INTEGER NOT NULL,
	removed INTEGER NOT NULL,
	unchanged INTEGER NOT NULL,
	version TEXT NOT NULL,
	files_sha256 TEXT,
	archive_sha256 TEXT,
	CONSTRAINT pk_load_run PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE place (
	id INTEGER NOT NULL,
	slug TEXT NOT NULL,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	country TEXT,
	inside_id INTEGER,
	source_file TEXT,
	source_line INTEGER,
	content_sha256 TEXT,
	CONSTRAINT pk_place PRIMARY KEY (id),
	CONSTRAINT country_is_two_letters CHECK (length(country) = 2),
	CONSTRAINT is_not_inside_itself CHECK (inside_id <> id),
	CONSTRAINT uq_place_slug UNIQUE (slug),
	CONSTRAINT fk_place_inside_id FOREIGN KEY(inside_id) REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT slug_has_a_fitting_length CHECK (length(slug) BETWEEN 1 AND 120),
	CONSTRAINT kind_is_a_known_word CHECK (kind IN ('city', 'country', 'region', 'venue'))
)
 STRICT;

CREATE INDEX ix_place_inside_id ON place (inside_id) WHERE inside_id IS NOT NULL;

CREATE TABLE topic (
	id INTEGER NOT NULL,
	slug TEXT NOT NULL,
	label TEXT NOT NULL,
	broader_id INTEGER,
	source_file TEXT,
	source_line INTEGER,
	content_sha256 TEXT,
	CONSTRAINT pk_topic PRIMARY KEY (id),
	CONSTRAINT is_not_broader_than_itself CHECK (broader_id <> id),
	CONSTRAINT uq_topic_slug UNIQUE (slug),
	CONSTRAINT fk_topic_broader_id FOREIGN KEY(broader_id) REFERENCES topic (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT slug_has_a_fitting_length CHECK (length(slug) BETWEEN 1 AND 120)
)
 STRICT;

CREATE INDEX ix_topic_broader_id ON topic (broader_id) WHERE broader_id IS NOT NULL;

CREATE TABLE agreement_link (
	id INTEGER NOT NULL,
	from_agreement_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	to_agreement_id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	CONSTRAINT pk_agreement_link PRIMARY KEY (id),
	CONSTRAINT uq_agreement_link_from_agreement_id_position UNIQUE (from_agreement_id, position),
	CONSTRAINT does_not_link_to_itself CHECK (from_agreement_id <> to_agreement_id),
	CONSTRAINT fk_agreement_link_from_agreement_id FOREIGN KEY(from_agreement_id) REFERENCES agreement (id) ON DELETE CASCADE,
	CONSTRAINT fk_agreement_link_to_agreement_id FOREIGN KEY(to_agreement_id) REFERENCES agreement (id) ON DELETE RESTRICT,
	CONSTRAINT position_counts_from_zero CHECK (position >= 0),
	CONSTRAINT kind_is_a_known_word CHECK (kind IN ('amends', 'implements', 'supersedes', 'updates', 'may_be_same_as'))
)
 STRICT;

CREATE INDEX ix_agreement_link_to_agreement_id ON agreement_link (to_agreement_id);

CREATE TABLE agreement_topic (
	id INTEGER NOT NULL,
	agreement_id INTEGER NOT NULL,
	topic_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	CONSTRAINT pk_agreement_topic PRIMARY KEY (id),
	CONSTRAINT uq_agreement_topic_agreement_id_topic_id UNIQUE (agreement_id, topic_id),
	CONSTRAINT uq_agreement_topic_agreement_id_position UNIQUE (agreement_id, position),
	CONSTRAINT fk_agreement_topic_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id) ON DELETE CASCADE,
	CONSTRAINT fk_agreement_topic_topic_id FOREIGN KEY(topic_id) REFERENCES topic (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT position_counts_from_zero CHECK (position >= 0)
)
 STRICT;

CREATE INDEX ix_agreement_topic_topic_id ON agreement_topic (topic_id, agreement_id);

CREATE TABLE article (
	id INTEGER NOT NULL,
	slug TEXT NOT NULL,
	title TEXT,
	outlet_id INTEGER,
	published_edtf TEXT,
	published_earliest TEXT,
	published_latest TEXT,
	updated_edtf TEXT,
	updated_earliest TEXT,
	updated_latest TEXT,
	language TEXT,
	url TEXT,
	external_id TEXT,
	credit TEXT,
	dateline TEXT,
	text_sha256 TEXT,
	text_file TEXT,
	source_file TEXT,
	source_line INTEGER,
	content_sha256 TEXT,
	CONSTRAINT pk_article PRIMARY KEY (id),
	CONSTRAINT text_sha256_is_a_sha256 CHECK (length(text_sha256) = 64),
	CONSTRAINT uq_article_slug UNIQUE (slug),
	CONSTRAINT fk_article_outlet_id FOREIGN KEY(outlet_id) REFERENCES actor (id) ON DELETE RESTRICT,
	CONSTRAINT slug_has_a_fitting_length CHECK (length(slug) BETWEEN 1 AND 120),
	CONSTRAINT published_bounds_are_in_order CHECK (published_earliest <= published_latest),
	CONSTRAINT published_bounds_have_their_edtf CHECK (published_edtf IS NOT NULL OR (published_earliest IS NULL AND published_latest IS NULL)),
	CONSTRAINT published_earliest_is_a_day CHECK (published_earliest IS date(published_earliest, '+0 days')),
	CONSTRAINT published_latest_is_a_day CHECK (published_latest IS date(published_latest, '+0 days')),
	CONSTRAINT updated_bounds_are_in_order CHECK (updated_earliest <= updated_latest),
	CONSTRAINT updated_bounds_have_their_edtf CHECK (updated_edtf IS NOT NULL OR (updated_earliest IS NULL AND updated_latest IS NULL)),
	CONSTRAINT updated_earliest_is_a_day CHECK (updated_earliest IS date(updated_earliest, '+0 days')),
	CONSTRAINT updated_latest_is_a_day CHECK (updated_latest IS date(updated_latest, '+0 days'))
)
 STRICT;

CREATE INDEX ix_article_newest ON article (coalesce(published_latest, published_earliest), id);

CREATE INDEX ix_article_outlet_id ON article (outlet_id) WHERE outlet_id IS NOT NULL;

CREATE INDEX ix_article_wide ON article ((CASE WHEN (published_earliest = published_latest) THEN NULL WHEN (CAST(STRFTIME('%Y', published_earliest) AS INTEGER) = CAST(STRFTIME('%Y', published_latest) AS INTEGER)) THEN CAST(STRFTIME('%Y', published_latest) AS INTEGER) ELSE 0 END)) WHERE (CASE WHEN (published_earliest = published_latest) THEN NULL WHEN (CAST(STRFTIME('%Y', published_earliest) AS INTEGER) = CAST(STRFTIME('%Y', published_latest) AS INTEGER)) THEN CAST(STRFTIME('%Y', published_latest) AS INTEGER) ELSE 0 END) IS NOT NULL;

CREATE TABLE incident (
	id INTEGER NOT NULL,
	slug TEXT NOT NULL,
	title TEXT NOT NULL,
	kind TEXT NOT NULL,
	date_edtf TEXT,
	date_earliest TEXT,
	date_latest TEXT,
	place_id INTEGER,
	folded TEXT NOT NULL,
	source_file TEXT,
	source_line INTEGER,
	content_sha256 TEXT,
	CONSTRAINT pk_incident PRIMARY KEY (id),
	CONSTRAINT uq_incident_slug UNIQUE (slug),
	CONSTRAINT fk_incident_place_id FOREIGN KEY(place_id) REFERENCES place (id) ON DELETE RESTRICT,
	CONSTRAINT slug_has_a_fitting_length CHECK (length(slug) BETWEEN 1 AND 120),
	CONSTRAINT kind_is_a_known_word CHECK (kind IN ('attack', 'conflict', 'election', 'referendum', 'sanctions', 'designation', 'withdrawal', 'border', 'migration', 'other')),
	CONSTRAINT date_bounds_are_in_order CHECK (date_earliest <= date_latest),
	CONSTRAINT date_bounds_have_their_edtf CHECK (date_edtf IS NOT NULL OR (date_earliest IS NULL AND date_latest IS NULL)),
	CONSTRAINT date_earliest_is_a_day CHECK (date_earliest IS date(date_earliest, '+0 days')),
	CONSTRAINT date_latest_is_a_day CHECK (date_latest IS date(date_latest, '+0 days'))
)
 STRICT;

CREATE INDEX ix_incident_newest ON incident (coalesce(date_latest, date_earliest), id);

CREATE INDEX ix_incident_place_id ON incident (place_id) WHERE place_id IS NOT NULL;

CREATE INDEX ix_incident_wide ON incident ((CASE WHEN (date_earliest = date_latest) THEN NULL WHEN (CAST(STRFTIME('%Y', date_earliest) AS INTEGER) = CAST(STRFTIME('%Y', date_latest) AS INTEGER)) THEN CAST(STRFTIME('%Y', date_latest) AS INTEGER) ELSE 0 END)) WHERE (CASE WHEN (date_earliest = date_latest) THEN NULL WHEN (CAST(STRFTIME('%Y', date_earliest) AS INTEGER) = CAST(STRFTIME('%Y', date_latest) AS INTEGER)) THEN CAST(STRFTIME('%Y', date_latest) AS INTEGER) ELSE 0 END) IS NOT NULL;

CREATE TABLE meeting (
	id INTEGER NOT NULL,
	slug TEXT NOT NULL,
	title TEXT NOT NULL,
	kind TEXT NOT NULL,
	status TEXT NOT NULL,
	date_edtf TEXT NOT NULL,
	date_earliest TEXT,
	date_latest TEXT,
	place_id INTEGER,
	part_of_id INTEGER,
	sidelines_of_id INTEGER,
	after_id INTEGER,
	fulfils_id INTEGER,
	series_id INTEGER,
	ordinal INTEGER,
	folded TEXT NOT NULL,
	source_file TEXT,
	source_line INTEGER,
	content_sha256 TEXT,
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
	CONSTRAINT date_has_at_least_one_bound CHECK (date_earliest IS NOT NULL OR date_latest IS NOT NULL),
	CONSTRAINT date_earliest_is_a_day CHECK (date_earliest IS date(date_earliest, '+0 days')),
	CONSTRAINT date_latest_is_a_day CHECK (date_latest IS date(date_latest, '+0 days'))
)
 STRICT;

CREATE INDEX ix_meeting_after_id ON meeting (after_id) WHERE after_id IS NOT NULL;

CREATE INDEX ix_meeting_fulfils_id ON meeting (fulfils_id) WHERE fulfils_id IS NOT NULL;

CREATE INDEX ix_meeting_newest ON meeting (coalesce(date_latest, date_earliest), id);

CREATE INDEX ix_meeting_part_of_id ON meeting (part_of_id) WHERE part_of_id IS NOT NULL;

CREATE INDEX ix_meeting_place_id ON meeting (place_id) WHERE place_id IS NOT NULL;

CREATE INDEX ix_meeting_planned ON meeting (status) WHERE status = 'planned';

CREATE INDEX ix_meeting_series_id ON meeting (series_id) WHERE series_id IS NOT NULL;

CREATE INDEX ix_meeting_sidelines_of_id ON meeting (sidelines_of_id) WHERE sidelines_of_id IS NOT NULL;

CREATE INDEX ix_meeting_wide ON meeting ((CASE WHEN (date_earliest = date_latest) THEN NULL WHEN (CAST(STRFTIME('%Y', date_earliest) AS INTEGER) = CAST(STRFTIME('%Y', date_latest) AS INTEGER)) THEN CAST(STRFTIME('%Y', date_latest) AS INTEGER) ELSE 0 END)) WHERE (CASE WHEN (date_earliest = date_latest) THEN NULL WHEN (CAST(STRFTIME('%Y', date_earliest) AS INTEGER) = CAST(STRFTIME('%Y', date_latest) AS INTEGER)) THEN CAST(STRFTIME('%Y', date_latest) AS INTEGER) ELSE 0 END) IS NOT NULL;

CREATE TABLE office (
	id INTEGER NOT NULL,
	slug TEXT NOT NULL,
	title TEXT NOT NULL,
	level TEXT NOT NULL,
	portfolio TEXT,
	of_id INTEGER,
	single_holder INTEGER NOT NULL,
	folded TEXT NOT NULL,
	source_file TEXT,
	source_line INTEGER,
	content_sha256 TEXT,
	CONSTRAINT pk_office PRIMARY KEY (id),
	CONSTRAINT single_holder_is_yes_or_no CHECK (single_holder IN (0, 1)),
	CONSTRAINT uq_office_slug UNIQUE (slug),
	CONSTRAINT fk_office_of_id FOREIGN KEY(of_id) REFERENCES actor (id) ON DELETE RESTRICT,
	CONSTRAINT slug_has_a_fitting_length CHECK (length(slug) BETWEEN 1 AND 120),
	CONSTRAINT level_is_a_known_word CHECK (level IN ('head_of_state', 'head_of_government', 'vice_president', 'minister', 'deputy_minister', 'speaker', 'ambassador', 'governor', 'military', 'official')),
	CONSTRAINT portfolio_is_a_known_word CHECK (portfolio IN ('foreign', 'interior', 'defence', 'intelligence', 'security', 'finance', 'economy', 'trade', 'energy', 'transport', 'justice', 'other'))
)
 STRICT;

CREATE INDEX ix_office_of_id ON office (of_id) WHERE of_id IS NOT NULL;

CREATE TABLE party (
	id INTEGER NOT NULL,
	agreement_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	actor_id INTEGER NOT NULL,
	CONSTRAINT pk_party PRIMARY KEY (id),
	CONSTRAINT uq_party_agreement_id_actor_id UNIQUE (agreement_id, actor_id),
	CONSTRAINT uq_party_agreement_id_position UNIQUE (agreement_id, position),
	CONSTRAINT fk_party_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id) ON DELETE CASCADE,
	CONSTRAINT fk_party_actor_id FOREIGN KEY(actor_id) REFERENCES actor (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT position_counts_from_zero CHECK (position >= 0)
)
 STRICT;

CREATE INDEX ix_party_actor_id ON party (actor_id);

CREATE TABLE agreement_action (
	id INTEGER NOT NULL,
	agreement_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	kind TEXT NOT NULL,
	status TEXT NOT NULL,
	date_edtf TEXT NOT NULL,
	date_earliest TEXT,
	date_latest TEXT,
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
	CONSTRAINT date_has_at_least_one_bound CHECK (date_earliest IS NOT NULL OR date_latest IS NOT NULL),
	CONSTRAINT date_earliest_is_a_day CHECK (date_earliest IS date(date_earliest, '+0 days')),
	CONSTRAINT date_latest_is_a_day CHECK (date_latest IS date(date_latest, '+0 days'))
)
 STRICT;

CREATE INDEX ix_agreement_action_actor_id ON agreement_action (actor_id) WHERE actor_id IS NOT NULL;

CREATE INDEX ix_agreement_action_fulfils_id ON agreement_action (fulfils_id) WHERE fulfils_id IS NOT NULL;

CREATE INDEX ix_agreement_action_meeting_id ON agreement_action (meeting_id) WHERE meeting_id IS NOT NULL;

CREATE INDEX ix_agreement_action_newest ON agreement_action (coalesce(date_latest, date_earliest), id);

CREATE INDEX ix_agreement_action_place_id ON agreement_action (place_id) WHERE place_id IS NOT NULL;

CREATE INDEX ix_agreement_action_planned ON agreement_action (status) WHERE status = 'planned';

CREATE INDEX ix_agreement_action_wide ON agreement_action ((CASE WHEN (date_earliest = date_latest) THEN NULL WHEN (CAST(STRFTIME('%Y', date_earliest) AS INTEGER) = CAST(STRFTIME('%Y', date_latest) AS INTEGER)) THEN CAST(STRFTIME('%Y', date_latest) AS INTEGER) ELSE 0 END)) WHERE (CASE WHEN (date_earliest = date_latest) THEN NULL WHEN (CAST(STRFTIME('%Y', date_earliest) AS INTEGER) = CAST(STRFTIME('%Y', date_latest) AS INTEGER)) THEN CAST(STRFTIME('%Y', date_latest) AS INTEGER) ELSE 0 END) IS NOT NULL;

CREATE TABLE article_note (
	id INTEGER NOT NULL,
	article_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	kind TEXT NOT NULL,
	start_char INTEGER NOT NULL,
	end_char INTEGER NOT NULL,
	note TEXT,
	CONSTRAINT pk_article_note PRIMARY KEY (id),
	CONSTRAINT span_starts_in_the_text CHECK (start_char >= 0),
	CONSTRAINT span_is_not_empty CHECK (start_char < end_char),
	CONSTRAINT uq_article_note_article_id_position UNIQUE (article_id, position),
	CONSTRAINT fk_article_note_article_id FOREIGN KEY(article_id) REFERENCES article (id) ON DELETE CASCADE,
	CONSTRAINT position_counts_from_zero CHECK (position >= 0),
	CONSTRAINT kind_is_a_known_word CHECK (kind IN ('unclosed_quotation_mark', 'splice', 'probable_mistranslation', 'duplicated_text', 'other'))
)
 STRICT;

CREATE TABLE article_text (
	id INTEGER NOT NULL,
	article_id INTEGER NOT NULL,
	text TEXT NOT NULL,
	CONSTRAINT pk_article_text PRIMARY KEY (id),
	CONSTRAINT uq_article_text_article_id UNIQUE (article_id),
	CONSTRAINT fk_article_text_article_id FOREIGN KEY(article_id) REFERENCES article (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE incident_actor (
	id INTEGER NOT NULL,
	incident_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	actor_id INTEGER NOT NULL,
	role TEXT NOT NULL,
	CONSTRAINT pk_incident_actor PRIMARY KEY (id),
	CONSTRAINT uq_incident_actor_incident_id_position UNIQUE (incident_id, position),
	CONSTRAINT fk_incident_actor_incident_id FOREIGN KEY(incident_id) REFERENCES incident (id) ON DELETE CASCADE,
	CONSTRAINT fk_incident_actor_actor_id FOREIGN KEY(actor_id) REFERENCES actor (id) ON DELETE RESTRICT,
	CONSTRAINT position_counts_from_zero CHECK (position >= 0),
	CONSTRAINT role_is_a_known_word CHECK (role IN ('perpetrator', 'target', 'victim', 'party', 'initiator', 'subject', 'claimant', 'other'))
)
 STRICT;

CREATE INDEX ix_incident_actor_actor_id ON incident_actor (actor_id);

CREATE TABLE meeting_topic (
	id INTEGER NOT NULL,
	meeting_id INTEGER NOT NULL,
	topic_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	CONSTRAINT pk_meeting_topic PRIMARY KEY (id),
	CONSTRAINT uq_meeting_topic_meeting_id_topic_id UNIQUE (meeting_id, topic_id),
	CONSTRAINT uq_meeting_topic_meeting_id_position UNIQUE (meeting_id, position),
	CONSTRAINT fk_meeting_topic_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
	CONSTRAINT fk_meeting_topic_topic_id FOREIGN KEY(topic_id) REFERENCES topic (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT position_counts_from_zero CHECK (position >= 0)
)
 STRICT;

CREATE INDEX ix_meeting_topic_topic_id ON meeting_topic (topic_id, meeting_id);

CREATE TABLE name (
	id INTEGER NOT NULL,
	actor_id INTEGER,
	office_id INTEGER,
	agreement_id INTEGER,
	place_id INTEGER,
	position INTEGER NOT NULL,
	text TEXT NOT NULL,
	folded TEXT NOT NULL,
	kind TEXT NOT NULL,
	language TEXT,
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
)
 STRICT;

CREATE INDEX ix_name_folded ON name (folded);

CREATE TABLE participation (
	id INTEGER NOT NULL,
	meeting_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	actor_id INTEGER,
	office_id INTEGER,
	described_as TEXT,
	on_behalf_of_id INTEGER,
	role TEXT NOT NULL,
	basis TEXT NOT NULL,
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
)
 STRICT;

CREATE INDEX ix_participation_actor_id ON participation (actor_id) WHERE actor_id IS NOT NULL;

CREATE INDEX ix_participation_office_id ON participation (office_id) WHERE office_id IS NOT NULL;

CREATE INDEX ix_participation_on_behalf_of_id ON participation (on_behalf_of_id) WHERE on_behalf_of_id IS NOT NULL;

CREATE TABLE quote (
	id INTEGER NOT NULL,
	article_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	start_char INTEGER NOT NULL,
	end_char INTEGER NOT NULL,
	text TEXT NOT NULL,
	folded TEXT NOT NULL,
	mode TEXT NOT NULL,
	speaker_as_written TEXT,
	meeting_id INTEGER,
	relayed_by_id INTEGER,
	utterance TEXT,
	language TEXT,
	date_edtf TEXT,
	date_earliest TEXT,
	date_latest TEXT,
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
	CONSTRAINT date_bounds_have_their_edtf CHECK (date_edtf IS NOT NULL OR (date_earliest IS NULL AND date_latest IS NULL)),
	CONSTRAINT date_earliest_is_a_day CHECK (date_earliest IS date(date_earliest, '+0 days')),
	CONSTRAINT date_latest_is_a_day CHECK (date_latest IS date(date_latest, '+0 days'))
)
 STRICT;

CREATE INDEX ix_quote_meeting_id ON quote (meeting_id) WHERE meeting_id IS NOT NULL;

CREATE INDEX ix_quote_relayed_by_id ON quote (relayed_by_id) WHERE relayed_by_id IS NOT NULL;

CREATE INDEX ix_quote_utterance ON quote (utterance) WHERE utterance IS NOT NULL;

CREATE TABLE tenure (
	id INTEGER NOT NULL,
	holder_id INTEGER NOT NULL,
	office_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	since_edtf TEXT,
	since_earliest TEXT,
	since_latest TEXT,
	until_edtf TEXT,
	until_earliest TEXT,
	until_latest TEXT,
	acting INTEGER NOT NULL,
	CONSTRAINT pk_tenure PRIMARY KEY (id),
	CONSTRAINT uq_tenure_holder_id_position UNIQUE (holder_id, position),
	CONSTRAINT acting_is_yes_or_no CHECK (acting IN (0, 1)),
	CONSTRAINT fk_tenure_holder_id FOREIGN KEY(holder_id) REFERENCES actor (id) ON DELETE CASCADE,
	CONSTRAINT fk_tenure_office_id FOREIGN KEY(office_id) REFERENCES office (id) ON DELETE RESTRICT,
	CONSTRAINT position_counts_from_zero CHECK (position >= 0),
	CONSTRAINT since_bounds_are_in_order CHECK (since_earliest <= since_latest),
	CONSTRAINT since_bounds_have_their_edtf CHECK (since_edtf IS NOT NULL OR (since_earliest IS NULL AND since_latest IS NULL)),
	CONSTRAINT since_earliest_is_a_day CHECK (since_earliest IS date(since_earliest, '+0 days')),
	CONSTRAINT since_latest_is_a_day CHECK (since_latest IS date(since_latest, '+0 days')),
	CONSTRAINT until_bounds_are_in_order CHECK (until_earliest <= until_latest),
	CONSTRAINT until_bounds_have_their_edtf CHECK (until_edtf IS NOT NULL OR (until_earliest IS NULL AND until_latest IS NULL)),
	CONSTRAINT until_earliest_is_a_day CHECK (until_earliest IS date(until_earliest, '+0 days')),
	CONSTRAINT until_latest_is_a_day CHECK (until_latest IS date(until_latest, '+0 days'))
)
 STRICT;

CREATE INDEX ix_tenure_office_id ON tenure (office_id);

CREATE TABLE figure (
	id INTEGER NOT NULL,
	incident_id INTEGER,
	agreement_id INTEGER,
	meeting_id INTEGER,
	quote_id INTEGER,
	position INTEGER NOT NULL,
	what TEXT NOT NULL,
	value TEXT NOT NULL,
	unit TEXT,
	qualifier TEXT NOT NULL,
	claimed_by_id INTEGER,
	claimed_by_as_written TEXT,
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
)
 STRICT;

CREATE INDEX ix_figure_claimed_by_id ON figure (claimed_by_id) WHERE claimed_by_id IS NOT NULL;

CREATE TABLE quote_speaker (
	id INTEGER NOT NULL,
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
)
 STRICT;

CREATE INDEX ix_quote_speaker_actor_id ON quote_speaker (actor_id);

CREATE INDEX ix_quote_speaker_office_id ON quote_speaker (office_id) WHERE office_id IS NOT NULL;

CREATE INDEX ix_quote_speaker_on_behalf_of_id ON quote_speaker (on_behalf_of_id) WHERE on_behalf_of_id IS NOT NULL;

CREATE TABLE quote_topic (
	id INTEGER NOT NULL,
	quote_id INTEGER NOT NULL,
	topic_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	CONSTRAINT pk_quote_topic PRIMARY KEY (id),
	CONSTRAINT uq_quote_topic_quote_id_topic_id UNIQUE (quote_id, topic_id),
	CONSTRAINT uq_quote_topic_quote_id_position UNIQUE (quote_id, position),
	CONSTRAINT fk_quote_topic_quote_id FOREIGN KEY(quote_id) REFERENCES quote (id) ON DELETE CASCADE,
	CONSTRAINT fk_quote_topic_topic_id FOREIGN KEY(topic_id) REFERENCES topic (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT position_counts_from_zero CHECK (position >= 0)
)
 STRICT;

CREATE INDEX ix_quote_topic_topic_id ON quote_topic (topic_id, quote_id);

CREATE TABLE signature (
	id INTEGER NOT NULL,
	action_id INTEGER NOT NULL,
	agreement_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	signer_id INTEGER,
	office_id INTEGER,
	described_as TEXT,
	party_id INTEGER NOT NULL,
	basis TEXT NOT NULL,
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
)
 STRICT;

CREATE INDEX ix_signature_agreement_id ON signature (agreement_id);

CREATE INDEX ix_signature_office_id ON signature (office_id) WHERE office_id IS NOT NULL;

CREATE INDEX ix_signature_party_id ON signature (party_id);

CREATE INDEX ix_signature_signer_id ON signature (signer_id) WHERE signer_id IS NOT NULL;

CREATE TABLE evidence (
	id INTEGER NOT NULL,
	article_id INTEGER,
	mentioned_in_id INTEGER,
	position INTEGER NOT NULL,
	start_char INTEGER,
	end_char INTEGER,
	excerpt TEXT,
	basis TEXT NOT NULL,
	field TEXT,
	as_of_edtf TEXT,
	as_of_earliest TEXT,
	as_of_latest TEXT,
	relayed_by_id INTEGER,
	note TEXT,
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
	CONSTRAINT as_of_bounds_have_their_edtf CHECK (as_of_edtf IS NOT NULL OR (as_of_earliest IS NULL AND as_of_latest IS NULL)),
	CONSTRAINT as_of_earliest_is_a_day CHECK (as_of_earliest IS date(as_of_earliest, '+0 days')),
	CONSTRAINT as_of_latest_is_a_day CHECK (as_of_latest IS date(as_of_latest, '+0 days'))
)
 STRICT;

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

CREATE TABLE tension (
	id INTEGER NOT NULL,
	slug TEXT NOT NULL,
	first_id INTEGER NOT NULL,
	second_id INTEGER NOT NULL,
	note TEXT,
	source_file TEXT,
	source_line INTEGER,
	content_sha256 TEXT,
	CONSTRAINT pk_tension PRIMARY KEY (id),
	CONSTRAINT uq_tension_first_id_second_id UNIQUE (first_id, second_id),
	CONSTRAINT pulls_two_statements_apart CHECK (first_id <> second_id),
	CONSTRAINT uq_tension_slug UNIQUE (slug),
	CONSTRAINT fk_tension_first_id FOREIGN KEY(first_id) REFERENCES evidence (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_tension_second_id FOREIGN KEY(second_id) REFERENCES evidence (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT slug_has_a_fitting_length CHECK (length(slug) BETWEEN 1 AND 120)
)
 STRICT;

CREATE INDEX ix_tension_first_id ON tension (first_id);

CREATE INDEX ix_tension_second_id ON tension (second_id);
