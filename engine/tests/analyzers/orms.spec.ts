import { test } from '@japa/runner'
import type { CodeGraph } from '../../contract/graph/code_graph.ts'
import { edgesIn, graphOf } from './edges.ts'

/** `table: column type flags`, by table. */
function tablesIn({ database }: CodeGraph): string[] {
  return database.tables.map(({ name, columns }) => {
    const parts = columns.map(({ name: column, type, primary, unique, nullable, references }) =>
      [
        column,
        type,
        primary && 'primary',
        unique && 'unique',
        nullable && 'null',
        references && `→ ${references.table}.${references.column}`,
      ]
        .filter((part) => part)
        .join(' ')
    )
    return `${name}: ${parts.join(', ')}`
  })
}

const relationsIn = ({ database }: CodeGraph) =>
  database.relations.map(({ from, to, kind, name }) => `${from} ${kind} ${name} ${to}`)

test.group('ORMs', () => {
  test('a Prisma schema gives tables, relations and what calls them', async ({ assert }) => {
    const graph = await graphOf({
      'package.json': '{ "name": "shop", "dependencies": { "@prisma/client": "6" } }',
      'prisma/schema.prisma': `datasource db {
  provider = "postgresql"
}

enum Status {
  OPEN
  PAID
}

/// Somebody who buys.
model Customer {
  id     String      @id @default(cuid())
  mail   String      @unique // one each
  orders ShopOrder[]
}

model ShopOrder {
  id         Int      @id @default(autoincrement())
  customerId String   @map("customer_id")
  customer   Customer @relation(fields: [customerId], references: [id])
  note       String?
  status     Status

  @@map("shop_orders")
}
`,
      'src/orders.ts': `import { prisma } from './db.js'
export const openOrders = () => prisma.shopOrder.findMany({ where: { status: 'OPEN' } })
export class Customers {
  constructor(private readonly db: unknown) {}
  find(id: string) { return this.db.customer.findUnique({ where: { id } }) }
  other(list: unknown) { return list.customer.toString() }
}
`,
      'src/db.ts':
        "import { PrismaClient } from '@prisma/client'\nexport const prisma = new PrismaClient()\n",
    })
    assert.deepEqual(tablesIn(graph), [
      'Customer: id String primary, mail String unique',
      'shop_orders: id Int primary, customer_id String → Customer.id, note String null, status Status',
    ])
    assert.deepEqual(relationsIn(graph), [
      'prisma/schema.prisma#Customer many orders prisma/schema.prisma#ShopOrder',
      'prisma/schema.prisma#ShopOrder one customer prisma/schema.prisma#Customer',
    ])
    assert.includeMembers(edgesIn(graph, 'uses', 'maps'), [
      'src/orders.ts#openOrders uses prisma/schema.prisma#ShopOrder',
      'src/orders.ts#Customers.find uses prisma/schema.prisma#Customer',
      'prisma/schema.prisma#ShopOrder maps prisma/schema.prisma#table shop_orders',
    ])
    assert.notInclude(edgesIn(graph, 'uses').join(), 'Customers.other uses')
  })

  test('where there are Prisma migrations, they say what the tables are like', async ({ assert }) => {
    const { database } = await graphOf({
      'package.json': '{ "name": "shop" }',
      'prisma/schema.prisma': 'model Customer {\n  id Int @id\n  mail String\n}\n',
      'prisma/migrations/20260101_init/migration.sql': 'CREATE TABLE "Customer" ("id" SERIAL PRIMARY KEY);',
    })
    assert.deepEqual(
      database.tables.map(({ columns }) => columns.map(({ name }) => name)),
      [['id']]
    )
    assert.deepEqual(
      database.drift.map(({ kind, column }) => `${kind} ${column}`),
      ['column_missing mail']
    )
  })

  const base = `import { PrimaryGeneratedColumn, CreateDateColumn } from 'typeorm'
export abstract class Base {
  @PrimaryGeneratedColumn('uuid') id: string
  @CreateDateColumn() createdAt: Date
}
`
  const entities = {
    'package.json': '{ "name": "api", "dependencies": { "typeorm": "0.3" } }',
    'src/base.ts': base,
    'src/team.entity.ts': `import { Column, Entity, OneToMany } from 'typeorm'
import { Base } from './base'
import { TeamMember } from './team-member.entity'
@Entity({ name: 'teams' })
export class Team extends Base {
  @Column({ type: 'varchar', unique: true }) name: string
  @OneToMany(() => TeamMember, (member) => member.team) members: TeamMember[]
}
`,
    'src/team-member.entity.ts': `import { Column, Entity, JoinColumn, ManyToOne } from 'typeorm'
import { Base } from './base'
import { Team } from './team.entity'
@Entity()
export class TeamMember extends Base {
  @ManyToOne(() => Team) team: Team
  @ManyToOne(() => TeamMember) @JoinColumn({ name: 'invited_by' }) inviter: TeamMember
  @Column('int', { nullable: true, name: 'years_old' }) age: number
}
`,
  }

  test('entities of TypeORM with their bases and relations', async ({ assert }) => {
    const graph = await graphOf(entities)
    assert.deepEqual(tablesIn(graph), [
      'team_member: id uuid primary, createdAt, teamId null, invited_by null, years_old int null',
      'teams: id uuid primary, createdAt, name varchar unique',
    ])
    assert.deepEqual(relationsIn(graph), [
      'src/team-member.entity.ts#TeamMember ManyToOne team src/team.entity.ts#Team',
      'src/team-member.entity.ts#TeamMember ManyToOne inviter src/team-member.entity.ts#TeamMember',
      'src/team.entity.ts#Team OneToMany members src/team-member.entity.ts#TeamMember',
    ])
  })

  test('migrations of TypeORM are replayed and compared with its entities', async ({ assert }) => {
    const { database } = await graphOf({
      ...entities,
      'src/migrations/1700000000000-init.ts': `import type { MigrationInterface, QueryRunner } from 'typeorm'
export class Init1700000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner) {
    await queryRunner.query(\`CREATE TABLE "teams" ("id" uuid NOT NULL, "createdAt" TIMESTAMP NOT NULL, "name" character varying NOT NULL, "plan" text)\`)
  }
  async down(queryRunner: QueryRunner) {
    await queryRunner.query(\`DROP TABLE "teams"\`)
  }
}
`,
    })
    assert.deepEqual(
      database.drift.map(({ kind, table, column }) => `${kind} ${table} ${column}`),
      ['table_missing team_member null', 'column_undeclared teams plan']
    )
  })

  test('tables of Drizzle, across files', async ({ assert }) => {
    const graph = await graphOf({
      'package.json': '{ "name": "web", "dependencies": { "drizzle-orm": "0.44" } }',
      'src/db/users.ts': `import { pgTable, serial, text } from 'drizzle-orm/pg-core'
export const users = pgTable('users', {
  id: serial('id').primaryKey(),
  mail: text('mail').notNull().unique(),
})
`,
      'src/db/posts.ts': `import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { users } from './users'
export const posts = pgTable('posts', {
  id: uuid().primaryKey(),
  authorId: integer('author_id').notNull().references(() => users.id),
  title: text(),
})
`,
    })
    assert.deepEqual(tablesIn(graph), [
      'posts: id uuid primary, author_id integer → users.id, title text null',
      'users: id serial primary, mail text unique',
    ])
    assert.deepEqual(edgesIn(graph, 'relates'), [
      'src/db/posts.ts#posts relates src/db/users.ts#users',
      'src/db/posts.ts#table posts relates src/db/users.ts#table users',
    ])
  })

  test('models of Django, with abstract bases and keys', async ({ assert }) => {
    const graph = await graphOf({
      'manage.py': '',
      'shop/__init__.py': '',
      'shop/models.py': `from django.db import models


class Dated(models.Model):
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True


class Customer(Dated):
    mail = models.EmailField(unique=True)


class Purchase(Dated):
    code = models.CharField(max_length=9, primary_key=True)
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, null=True)
    replaces = models.OneToOneField("self", on_delete=models.SET_NULL, null=True)
    gifts = models.ManyToManyField("shop.Customer")

    class Meta:
        db_table = "purchases"
`,
    })
    assert.deepEqual(tablesIn(graph), [
      'purchases: created DateTimeField, code CharField primary, customer_id ForeignKey null → shop_customer.id, replaces_id OneToOneField unique null → purchases.code',
      'shop_customer: id AutoField primary, created DateTimeField, mail EmailField unique',
    ])
    assert.deepEqual(relationsIn(graph), [
      'shop/models.py#Purchase ForeignKey customer shop/models.py#Customer',
      'shop/models.py#Purchase OneToOneField replaces shop/models.py#Purchase',
      'shop/models.py#Purchase ManyToManyField gifts shop/models.py#Customer',
    ])
  })

  test('models of SQLAlchemy', async ({ assert }) => {
    const graph = await graphOf({
      'app/__init__.py': '',
      'app/models.py': `from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    mail = Column(String, unique=True, nullable=False)
    posts = relationship("Post")


class Post(Base):
    __tablename__ = "posts"
    id = Column(Integer, primary_key=True)
    author_id = Column("author", Integer, ForeignKey("users.id"), nullable=False)
`,
    })
    assert.deepEqual(tablesIn(graph), [
      'posts: id primary, author → users.id',
      'users: id primary, mail unique',
    ])
    assert.deepEqual(relationsIn(graph), ['app/models.py#User relationship posts app/models.py#Post'])
  })
})
