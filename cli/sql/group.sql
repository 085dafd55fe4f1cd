-- Figures of groups, from the tables `sessions`, `scores` and `answers` of `mindset export`.
--
-- One query, in words that DuckDB and Spark SQL share. It gives one row a figure:
--   questionnaire, version, digest, form, language   whose answers were put together
--   scale_id, item_id, raw_value                     what the figure is of; null where it is of more
--   figure      people, scored, mean, sd, complete, alpha (of a scale), rated, chosen (of an item)
--   value       the figure; null where the group is too small for it
--
-- The rules are those of `mindset group`: a mean from 5 people, in whole points below 10; a standard
-- deviation from 8; what was chosen from 10; alpha from 30. No lowest and no highest score.
-- The sum of two groups is a third one: leave no column out of the grouping, and give no figure
-- beside another whose people differ by fewer than 5.
WITH
-- One result a person and group: the first by its day, and on one day the first that was read.
-- A result without a score on any scale counts for nothing, and one without a person by itself.
ranked AS (
  SELECT
    session_key, questionnaire, version, digest, form, language,
    ROW_NUMBER() OVER (
      PARTITION BY
        questionnaire, version, digest, form, language, COALESCE(person_key, session_key)
      ORDER BY day ASC NULLS LAST, position ASC, session_key ASC
    ) AS place
  FROM sessions
  WHERE scored_scales > 0
),
chosen_sessions AS (
  SELECT session_key, questionnaire, version, digest, form, language
  FROM ranked
  WHERE place = 1
),
people AS (
  SELECT questionnaire, version, digest, form, language, COUNT(*) AS people
  FROM chosen_sessions
  GROUP BY questionnaire, version, digest, form, language
),
-- Scores: of everyone who has one.
scored AS (
  SELECT
    s.questionnaire, s.version, s.digest, s.form, s.language, scores.scale_id,
    COUNT(scores.percent) AS people,
    AVG(scores.percent) AS mean,
    STDDEV_SAMP(scores.percent) AS sd
  FROM chosen_sessions AS s
  JOIN scores ON scores.session_key = s.session_key
  GROUP BY s.questionnaire, s.version, s.digest, s.form, s.language, scores.scale_id
),
-- Alpha: of those who answered every item of the scale that their form asks.
complete_sessions AS (
  SELECT
    s.session_key, s.questionnaire, s.version, s.digest, s.form, s.language, scores.scale_id,
    scores.items_asked
  FROM chosen_sessions AS s
  JOIN scores ON scores.session_key = s.session_key
  WHERE scores.items_answered = scores.items_asked
),
complete_answers AS (
  SELECT
    c.session_key, c.questionnaire, c.version, c.digest, c.form, c.language, c.scale_id,
    c.items_asked, answers.item_id, answers.keyed_value
  FROM complete_sessions AS c
  JOIN answers ON answers.session_key = c.session_key AND answers.scale_id = c.scale_id
  WHERE answers.keyed_value IS NOT NULL
),
item_variances AS (
  SELECT
    questionnaire, version, digest, form, language, scale_id, item_id,
    VAR_SAMP(CAST(keyed_value AS DOUBLE)) AS variance
  FROM complete_answers
  GROUP BY questionnaire, version, digest, form, language, scale_id, item_id
),
sum_of_item_variances AS (
  SELECT
    questionnaire, version, digest, form, language, scale_id,
    SUM(variance) AS of_items
  FROM item_variances
  GROUP BY questionnaire, version, digest, form, language, scale_id
),
totals AS (
  SELECT
    session_key, questionnaire, version, digest, form, language, scale_id, items_asked,
    SUM(keyed_value) AS total
  FROM complete_answers
  GROUP BY
    session_key, questionnaire, version, digest, form, language, scale_id, items_asked
),
variances_of_totals AS (
  SELECT
    questionnaire, version, digest, form, language, scale_id,
    COUNT(*) AS people,
    MAX(items_asked) AS items,
    VAR_SAMP(CAST(total AS DOUBLE)) AS of_total
  FROM totals
  GROUP BY questionnaire, version, digest, form, language, scale_id
),
-- Coefficient alpha (Cronbach, 1951).
reliability AS (
  SELECT
    t.questionnaire, t.version, t.digest, t.form, t.language, t.scale_id, t.people,
    CASE
      WHEN t.items > 1 AND t.of_total > 0 THEN
        t.items / (t.items - 1.0) * (1.0 - i.of_items / t.of_total)
    END AS alpha
  FROM variances_of_totals AS t
  JOIN sum_of_item_variances AS i
    ON i.questionnaire = t.questionnaire AND i.version = t.version AND i.digest = t.digest
    AND i.form = t.form AND COALESCE(i.language, '') = COALESCE(t.language, '')
    AND i.scale_id = t.scale_id
),
-- Distributions: how many chose each number, of those who rated the item.
rated AS (
  SELECT
    s.questionnaire, s.version, s.digest, s.form, s.language, answers.scale_id, answers.item_id,
    answers.raw_value, COUNT(*) AS people
  FROM chosen_sessions AS s
  JOIN answers ON answers.session_key = s.session_key
  WHERE answers.raw_value IS NOT NULL
  GROUP BY
    s.questionnaire, s.version, s.digest, s.form, s.language, answers.scale_id, answers.item_id,
    answers.raw_value
),
rated_with_all AS (
  SELECT
    rated.*,
    SUM(people) OVER (
      PARTITION BY questionnaire, version, digest, form, language, item_id
    ) AS all_people
  FROM rated
),
figures AS (
  SELECT
    questionnaire, version, digest, form, language,
    CAST(NULL AS VARCHAR(64)) AS scale_id, CAST(NULL AS VARCHAR(64)) AS item_id,
    CAST(NULL AS INTEGER) AS raw_value,
    'people' AS figure, CAST(people AS DOUBLE) AS value
  FROM people
  UNION ALL
  SELECT
    questionnaire, version, digest, form, language, scale_id, NULL, NULL,
    'scored', CAST(people AS DOUBLE)
  FROM scored
  UNION ALL
  SELECT
    questionnaire, version, digest, form, language, scale_id, NULL, NULL,
    'mean', CASE WHEN people >= 10 THEN mean WHEN people >= 5 THEN ROUND(mean) END
  FROM scored
  UNION ALL
  SELECT
    questionnaire, version, digest, form, language, scale_id, NULL, NULL,
    'sd', CASE WHEN people >= 8 THEN sd END
  FROM scored
  UNION ALL
  SELECT
    questionnaire, version, digest, form, language, scale_id, NULL, NULL,
    'complete', CAST(people AS DOUBLE)
  FROM reliability
  UNION ALL
  SELECT
    questionnaire, version, digest, form, language, scale_id, NULL, NULL,
    'alpha', CASE WHEN people >= 30 THEN alpha END
  FROM reliability
  UNION ALL
  SELECT
    questionnaire, version, digest, form, language, scale_id, item_id, NULL,
    'rated', CAST(MAX(all_people) AS DOUBLE)
  FROM rated_with_all
  GROUP BY questionnaire, version, digest, form, language, scale_id, item_id
  UNION ALL
  SELECT
    questionnaire, version, digest, form, language, scale_id, item_id, raw_value,
    'chosen', CAST(people AS DOUBLE)
  FROM rated_with_all
  WHERE all_people >= 10
)
SELECT
  questionnaire, version, digest, form, language, scale_id, item_id, raw_value, figure, value
FROM figures
ORDER BY
  questionnaire, version, digest, form, language, scale_id, item_id, raw_value, figure
