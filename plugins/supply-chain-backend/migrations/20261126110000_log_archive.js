// @ts-check

/**
 * The log archive. Times are milliseconds since the epoch, but those that the kubelet wrote, which have nanoseconds and stay
 * text. The uid is that of the kpack Build.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('archived_builds', table => {
    table.comment('What is known of builds whose logs are archived');
    table.string('cluster', 255).notNullable();
    table.string('namespace', 63).notNullable();
    table.string('uid', 63).notNullable();
    table.string('name', 253).notNullable();
    table.string('image', 253).nullable().comment('The kpack Image, if any');
    table.text('subject').nullable().comment('Whom permissions are about');
    table.text('view').nullable().comment('As pages show it, as JSON');
    table.boolean('settled').notNullable().comment('Nothing more will come');
    table.bigInteger('ended_at').notNullable();
    table.bigInteger('archived_at').notNullable();
    table
      .bigInteger('forgotten_at')
      .nullable()
      .comment(
        'By count or size: kept without content, or it would come again',
      );
    table.primary(['cluster', 'namespace', 'uid']);
    table.index(['cluster', 'namespace', 'name']);
    table.index(['cluster', 'namespace', 'image']);
    table.index(['ended_at']);
  });

  await knex.schema.createTable('archived_logs', table => {
    table.comment('What is known of each archived log');
    table.string('cluster', 255).notNullable();
    table.string('namespace', 63).notNullable();
    table.string('uid', 63).notNullable();
    table.string('container', 63).notNullable();
    table.string('pod_uid', 63).nullable();
    table.bigInteger('bytes').notNullable().comment('With timestamps');
    table.bigInteger('stored_bytes').notNullable();
    table.bigInteger('lines').notNullable();
    table.string('sha256', 64).notNullable();
    table.string('first_at', 40).nullable();
    table.string('last_at', 40).nullable();
    table.bigInteger('archived_at').notNullable();
    table.string('incomplete', 20).nullable().comment('Why; null: complete');
    table.primary(['cluster', 'namespace', 'uid', 'container']);
  });

  await knex.schema.createTable('archived_texts', table => {
    table.comment('One writing of a log; the one with a key is read');
    table.increments('id');
    table.string('key', 512).nullable().unique();
    table.string('written_for', 512).notNullable().index();
    table.integer('chunks').notNullable();
    table.bigInteger('begun_at').notNullable();
  });

  await knex.schema.createTable('archived_chunks', table => {
    table.comment('Logs, each chunk a gzip member');
    table
      .integer('text_id')
      .notNullable()
      .references('id')
      .inTable('archived_texts')
      .onDelete('CASCADE');
    table.integer('number').notNullable();
    table.binary('data').notNullable();
    table.primary(['text_id', 'number']);
  });

  await knex.schema.createTable('archive_claims', table => {
    table.comment('Which replica archives a build, and until when it has it');
    table.string('cluster', 255).notNullable();
    table.string('namespace', 63).notNullable();
    table.string('uid', 63).notNullable();
    table.string('owner', 63).notNullable();
    table.bigInteger('until').notNullable();
    table.primary(['cluster', 'namespace', 'uid']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('archive_claims');
  await knex.schema.dropTable('archived_chunks');
  await knex.schema.dropTable('archived_texts');
  await knex.schema.dropTable('archived_logs');
  await knex.schema.dropTable('archived_builds');
};
