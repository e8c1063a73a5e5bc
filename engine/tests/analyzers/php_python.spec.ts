import { test } from '@japa/runner'
import { edgesIn, graphOf, openNames } from './edges.ts'

const composer = '{"autoload":{"psr-4":{"App\\\\":"app/"}}}'

test.group('PHP', () => {
  test('classes resolve by namespace, use, alias and PSR-4; calls by types', async ({ assert }) => {
    const graph = await graphOf({
      'composer.json': composer,
      'app/Mailer.php':
        '<?php\nnamespace App;\ninterface Sends {}\ntrait Logs { function log() {} }\nclass Mailer extends Base implements Sends {\n  use Logs;\n  public static function make(): self { return new self(); }\n  public function send() { $this->log(); parent::boot(); }\n}\nclass Base { function boot() {} }',
      'app/Http/Home.php':
        '<?php\nnamespace App\\Http;\nuse App\\{Mailer as Post, Gone};\nuse Vendor\\Thing;\nclass Home {\n  public function __construct(private Post $post, ?Thing $t = null) {}\n  public function index() {\n    $this->post->send();\n    $m = Post::make();\n    $m->send();\n    app(Post::class)->boot();\n    helper();\n    $anything->send();\n    Gone::x();\n  }\n}\nfunction helper() {}',
    })
    assert.sameMembers(edgesIn(graph, 'calls', 'extends', 'implements', 'injects'), [
      'app/Mailer.php#Mailer extends app/Mailer.php#Base',
      'app/Mailer.php#Mailer extends app/Mailer.php#Logs',
      'app/Mailer.php#Mailer implements app/Mailer.php#Sends',
      'app/Mailer.php#Mailer.make calls app/Mailer.php#Mailer',
      'app/Mailer.php#Mailer.send calls app/Mailer.php#Logs.log',
      'app/Mailer.php#Mailer.send calls app/Mailer.php#Base.boot',
      'app/Http/Home.php#Home.__construct injects app/Mailer.php#Mailer',
      'app/Http/Home.php#Home.index calls app/Mailer.php#Mailer.send',
      'app/Http/Home.php#Home.index calls app/Mailer.php#Mailer.make',
      'app/Http/Home.php#Home.index calls app/Mailer.php#Base.boot',
      'app/Http/Home.php#Home.index calls app/Http/Home.php#helper',
    ])
    assert.include(openNames(graph), 'send')
    const imports = graph.files.find(({ path }) => path === 'app/Http/Home.php')!.imports
    assert.deepEqual(
      imports.map(({ specifier, to, resolution }) => [specifier, to ?? resolution]),
      [
        ['\\App\\Gone', 'unresolved'],
        ['\\App\\Mailer', 'app/Mailer.php'],
        ['\\Vendor\\Thing', 'external'],
      ]
    )
  })

  test('events, jobs and listeners of Laravel', async ({ assert }) => {
    const graph = await graphOf({
      'composer.json': composer,
      'app/Events/Signed.php':
        '<?php\nnamespace App\\Events;\nuse Illuminate\\Foundation\\Events\\Dispatchable;\nclass Signed { use Dispatchable; }',
      'app/Listeners/Greet.php':
        '<?php\nnamespace App\\Listeners;\nuse App\\Events\\Signed;\nclass Greet { public function handle(Signed $event) {} }',
      'app/Sign.php':
        '<?php\nnamespace App;\nuse App\\Events\\Signed;\nclass Sign {\n  function a() { Signed::dispatch(1); }\n  function b() { event(new Signed()); }\n}',
    })
    assert.sameMembers(edgesIn(graph, 'dispatches', 'listens'), [
      'app/Sign.php#Sign.a dispatches app/Events/Signed.php#Signed',
      'app/Sign.php#Sign.b dispatches app/Events/Signed.php#Signed',
      'app/Listeners/Greet.php#Greet.handle listens app/Events/Signed.php#Signed',
    ])
  })

  test('a broken file is listed with its reason', async ({ assert }) => {
    const graph = await graphOf({ 'a.php': '<?php class {', 'b.php': '<?php function f() {}' })
    assert.match(graph.files[0]!.skipped ?? '', /could not be parsed/)
    assert.isNull(graph.files[1]!.skipped)
  })
})

test.group('Python', () => {
  test('modules resolve relatively, absolutely, and as members of packages', async ({ assert }) => {
    const graph = await graphOf({
      'src/shop/__init__.py': 'from .models import Item as Item',
      'src/shop/models.py': 'class Item:\n    def price(self): ...\n',
      'src/shop/sub/__init__.py': '',
      'src/shop/sub/deep.py':
        'import os\nimport shop.models\nfrom .. import models, Item\nfrom ..models import Item as I\nfrom . import gone\ndef f():\n    shop.models.Item()\n    models.Item()\n    Item()\n    I()\n',
      'pyproject.toml': '',
    })
    const deep = graph.files.find(({ path }) => path.endsWith('deep.py'))!
    assert.deepEqual(
      deep.imports.map(({ specifier, to, resolution }) => [specifier, to ?? resolution]),
      [
        ['os', 'external'],
        ['shop', 'src/shop/__init__.py'],
        ['shop.models', 'src/shop/models.py'],
        ['..', 'src/shop/__init__.py'],
        ['..models', 'src/shop/models.py'],
        ['..models', 'src/shop/models.py'],
        ['.', 'src/shop/sub/__init__.py'],
      ]
    )
    assert.deepEqual(edgesIn(graph, 'calls'), ['src/shop/sub/deep.py#f calls src/shop/models.py#Item'])
  })

  test('methods are found by self, super, annotations and what was made', async ({ assert }) => {
    const graph = await graphOf({
      'a.py':
        'class Base:\n    def run(self): ...\nclass A(Base):\n    def __init__(self, other: "Base"):\n        self.base = Base()\n        self.other = other\n    @property\n    def made(self) -> Base: ...\n    def run(self):\n        super().run()\n        self.base.run()\n    @classmethod\n    def make(cls): return cls.go()\n    @staticmethod\n    def go(): ...\ndef f(a: A, b: Base | None = None):\n    """Runs.\n\n    More.\n    """\n    a.made.run()\n    with A() as x: x.go()\n    anything.run()\n    return [y for y in a]\n',
    })
    assert.sameMembers(edgesIn(graph, 'calls', 'extends'), [
      'a.py#A extends a.py#Base',
      'a.py#A.__init__ calls a.py#Base',
      'a.py#A.run calls a.py#Base.run',
      'a.py#A.make calls a.py#A.go',
      'a.py#f calls a.py#Base.run',
      'a.py#f calls a.py#A',
      'a.py#f calls a.py#A.go',
    ])
    assert.equal(graph.symbols.find(({ name }) => name === 'f')?.doc, 'Runs.')
  })
})
