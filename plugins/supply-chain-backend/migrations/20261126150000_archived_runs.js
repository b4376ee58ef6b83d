// @ts-check

/**
 * Besides Builds of kpack, TaskRuns of Tekton are archived: their names may be the same.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('archived_builds', table => {
    table
      .string('resource', 317)
      .notNullable()
      .defaultTo('builds.kpack.io')
      .comment('What it is, as plural.group');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex('archived_builds')
    .whereNot({ resource: 'builds.kpack.io' })
    .delete();
  await knex.schema.alterTable('archived_builds', table => {
    table.dropColumn('resource');
  });
};
