// @ts-check

/**
 * A TaskRun may be a part of a PipelineRun or a scan, whose log is that of all its TaskRuns.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('archived_builds', table => {
    table
      .string('whole_resource', 317)
      .nullable()
      .comment('What it is a part of, as plural.group');
    table.string('whole_name', 253).nullable();
    table.string('whole_uid', 63).nullable();
    table.string('whole_task', 63).nullable().comment('Of a pipeline');
    table.index(
      ['cluster', 'namespace', 'whole_resource', 'whole_name'],
      'archived_builds_whole',
    );
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('archived_builds', table => {
    table.dropIndex(
      ['cluster', 'namespace', 'whole_resource', 'whole_name'],
      'archived_builds_whole',
    );
    table.dropColumn('whole_resource');
    table.dropColumn('whole_name');
    table.dropColumn('whole_uid');
    table.dropColumn('whole_task');
  });
};
