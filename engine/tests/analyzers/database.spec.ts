import { test } from '@japa/runner'
import type { CodeGraph } from '../../contract/graph/code_graph.ts'
import { type Files, graphOf } from './edges.ts'

/** `table: column type flags` with `?` for nullable, `!` for unique, `*` for primary, `>` for what it references. */
function tablesIn({ database }: CodeGraph): string[] {
  return database.tables.map(({ name, columns }) => {
    const written = columns.map((column) => {
      const flags = `${column.primary ? '*' : column.unique ? '!' : ''}${column.nullable ? '?' : ''}`
      const target = column.references ? `>${column.references.table}.${column.references.column}` : ''
      return `${column.name} ${column.type}${flags}${target}`
    })
    return `${name}: ${written.join(', ')}`
  })
}

const lucid = (name: string, body: string): Files => ({
  [`database/migrations/${name}.ts`]: `import { BaseSchema } from '@adonisjs/lucid/schema'\nexport default class extends BaseSchema {\n  protected tableName = 'users'\n  async up() {\n${body}\n  }\n  async down() { this.schema.dropTable('users') }\n}`,
})
const blueprint = (name: string, body: string): Files => ({
  [`database/migrations/${name}.php`]: `<?php\nuse Illuminate\\Database\\Migrations\\Migration;\nreturn new class extends Migration {\n  public function up(): void {\n${body}\n  }\n  public function down(): void { Schema::dropIfExists('users'); }\n};`,
})

const rows: { label: string; files: Files; tables: string[] }[] = [
  {
    label: 'Lucid: created, altered, renamed and dropped, in the order of their names',
    files: {
      ...lucid(
        '2',
        "this.schema.alterTable(this.tableName, (table) => {\n table.dropColumn('old')\n table.renameColumn('name', 'full_name')\n table.string('email', 254).notNullable().unique()\n})"
      ),
      ...lucid(
        '1',
        "this.schema.createTable(this.tableName, (t) => {\n t.increments('id')\n t.string('name').notNullable()\n t.text('old')\n t.uuid('team_id').references('id').inTable('teams')\n t.timestamps()\n})\nthis.schema.createTable('gone', (t) => { t.increments() })"
      ),
      ...lucid('3', "this.schema.dropTable('gone')"),
    },
    tables: [
      'users: id increments*, full_name string, team_id uuid?>teams.id, created_at timestamp?, updated_at timestamp?, email string(254)!',
    ],
  },
  {
    label: 'Knex: functions and chains of tables',
    files: {
      'migrations/1.js':
        "exports.up = (knex) => knex.schema\n  .createTable('a', (table) => { table.bigIncrements(); table.string('x').notNullable() })\n  .createTable('b', (table) => { table.integer('a_id').references('a.id') })\nexports.down = (knex) => knex.schema.dropTable('a')",
    },
    tables: ['a: id bigIncrements*, x string', 'b: a_id integer?>a.id'],
  },
  {
    label: 'Kysely',
    files: {
      'migrations/1.ts':
        "export async function up(db: any) {\n  await db.schema.createTable('a').addColumn('id', 'uuid', (col) => col.primaryKey()).addColumn('b_id', 'uuid', (col) => col.notNull().references('b.id')).execute()\n}\nexport async function down(db: any) { await db.schema.dropTable('a').execute() }",
    },
    tables: ['a: id uuid*, b_id uuid>b.id'],
  },
  {
    label: 'SQL, in files and in raw statements',
    files: {
      'migrations/1_a.sql':
        'CREATE TABLE IF NOT EXISTS public."users" (\n  id uuid PRIMARY KEY, -- the key; of course\n  name varchar(80) NOT NULL,\n  score numeric(10, 2) DEFAULT (1 + 2),\n  team_id int REFERENCES teams,\n  UNIQUE (name),\n  CONSTRAINT c CHECK (score > 0)\n);\nALTER TABLE users ADD COLUMN "age" int, DROP COLUMN score;',
      'migrations/2_b.ts':
        "export const up = (knex: any) => knex.raw('alter table users alter column age set not null; alter table users rename column name to title')",
    },
    tables: ['users: id uuid*, title varchar(80)!, team_id int?>teams.id, age int'],
  },
  {
    label: 'Laravel: shorthands and foreign keys',
    files: {
      ...blueprint(
        '1',
        "Schema::create('users', function (Blueprint $table) {\n $table->id();\n $table->foreignId('team_id')->constrained();\n $table->foreignId('owner_id')->nullable()->constrained('users');\n $table->string('email', 100)->unique();\n $table->datetime('seen_at')->nullable();\n $table->morphs('notable');\n $table->softDeletes();\n $table->rememberToken();\n $table->timestamps();\n});"
      ),
      ...blueprint(
        '2',
        "Schema::table('users', function (Blueprint $table) {\n $table->dropColumn(['email', 'seen_at']);\n $table->dropTimestamps();\n});"
      ),
    },
    tables: [
      'users: id bigIncrements*, team_id foreignId>teams.id, owner_id foreignId?>users.id, notable_type string, notable_id unsignedBigInteger, deleted_at timestamp?, remember_token string(100)?',
    ],
  },
]

test.group('migrations', () => {
  test('{label}')
    .with(rows)
    .run(async ({ assert }, { files, tables }) => {
      const graph = await graphOf(files)
      assert.deepEqual(tablesIn(graph), tables)
      assert.isEmpty(graph.database.unread)
    })

  test('what can not be replayed is said', async ({ assert }) => {
    const graph = await graphOf({
      ...lucid(
        '1',
        ['for (const table of tables) this.schema.raw(`alter table $', '{table} add column a int`)'].join('')
      ),
      ...lucid('2', "this.schema.alterTable('nowhere', (t) => { t.string('a') })"),
    })
    assert.deepEqual(
      graph.database.unread.map(({ path, line, why }) => `${path}:${line} ${why}`),
      [
        'database/migrations/1.ts:5 the table is named while the migration runs',
        'database/migrations/2.ts:5 it changes nowhere, which no migration creates',
      ]
    )
  })
})

test.group('models', () => {
  test('Lucid: columns, names, relations, inherited ones, and where they disagree with the tables', async ({
    assert,
  }) => {
    const graph = await graphOf({
      ...lucid(
        '1',
        "this.schema.createTable('people', (t) => { t.increments('id'); t.string('full_name'); t.string('extra') })\nthis.schema.createTable('order_items', (t) => { t.increments('id') })"
      ),
      'app/models/base.ts':
        "import { BaseModel, column } from '@adonisjs/lucid/orm'\nexport class PersonSchema extends BaseModel {\n  @column({ isPrimary: true }) declare id: number\n}",
      'app/models/user.ts':
        "import { compose } from '@adonisjs/core/helpers'\nimport { column, hasMany } from '@adonisjs/lucid/orm'\nimport { PersonSchema } from './base.js'\nimport OrderItem from './order_item.js'\nexport default class User extends compose(PersonSchema, Finder) {\n  static table = 'people'\n  @column() declare fullName: string\n  @column({ columnName: 'nick' }) declare nickname: string\n  @hasMany(() => OrderItem) declare items: unknown\n}",
      'app/models/order_item.ts':
        "import { BaseModel, column } from '@adonisjs/lucid/orm'\nexport default class OrderItem extends BaseModel {\n  @column.dateTime() declare id: number\n}",
    })
    const { tables, relations, drift } = graph.database
    assert.deepEqual(
      tables.map(({ name, models }) => [name, models]),
      [
        ['order_items', ['app/models/order_item.ts#OrderItem']],
        ['people', ['app/models/user.ts#User']],
      ]
    )
    assert.deepEqual(relations, [
      {
        kind: 'hasMany',
        name: 'items',
        line: 9,
        from: 'app/models/user.ts#User',
        to: 'app/models/order_item.ts#OrderItem',
      },
    ])
    assert.deepEqual(
      drift.map(({ sentence }) => sentence),
      [
        'User names people.nick, which no migration creates.',
        'The table people has a column extra that User does not declare.',
      ]
    )
  })

  test('Eloquent: tables by name, relations, columns that are missing', async ({ assert }) => {
    const graph = await graphOf({
      'composer.json': '{"autoload":{"psr-4":{"App\\\\":"app/"}}}',
      ...blueprint(
        '1',
        "Schema::create('users', function (Blueprint $table) { $table->id(); });\nSchema::create('slice_of_lives', function (Blueprint $table) { $table->id(); $table->string('title'); });"
      ),
      'app/Models/SliceOfLife.php':
        '<?php\nnamespace App\\Models;\nuse Illuminate\\Database\\Eloquent\\Model;\nclass SliceOfLife extends Model {\n  protected $fillable = ["title", "gone"];\n  public function user() { return $this->belongsTo(User::class); }\n}',
      'app/Models/User.php':
        '<?php\nnamespace App\\Models;\nuse Illuminate\\Foundation\\Auth\\User as Authenticatable;\nclass User extends Authenticatable {}',
      'app/Models/Lost.php':
        '<?php\nnamespace App\\Models;\nuse Illuminate\\Database\\Eloquent\\Model;\nclass Lost extends Model { protected $table = "elsewhere"; }',
    })
    const { relations, drift } = graph.database
    assert.deepEqual(
      relations.map(({ from, kind, to }) => `${from} ${kind} ${to}`),
      ['app/Models/SliceOfLife.php#SliceOfLife belongsTo app/Models/User.php#User']
    )
    assert.deepEqual(
      drift.map(({ sentence }) => sentence),
      [
        'Lost uses the table elsewhere, which no migration creates.',
        'SliceOfLife names slice_of_lives.gone, which no migration creates.',
      ]
    )
  })
})
