import path from 'node:path';
import { doors, onlyDoor, testingPackages } from './doors.js';

const isTest = (file) => /\.test\.tsx?$/.test(file);

/** Where a file stands: `src/planner/timing.ts` is in the room `planner`, `e2e/test.ts` in none. */
function place(context) {
  const file = path.relative(context.cwd, context.filename).replaceAll(path.sep, '/');
  const [, room] = /^src\/([^/]+)\//.exec(file) ?? [];
  return { file, room, test: isTest(file) };
}

/** `import.meta.url`, `import.meta.glob`. */
const isMeta = (node) => node?.type === 'MemberExpression' && node.object.type === 'MetaProperty';

/** Calls `check(specifier, node)` for whatever names another file: import, export from, import(), import types, workers and globs. */
function eachImport(check) {
  const literal = (source) => {
    if (source?.type === 'Literal' && typeof source.value === 'string') check(source.value, source);
    if (source?.type === 'TemplateLiteral' && source.quasis.length > 0) check(source.quasis[0].value.cooked, source);
    if (source?.type === 'TSLiteralType') literal(source.literal);
    if (source?.type === 'ArrayExpression') source.elements.forEach(literal);
  };
  return {
    ImportDeclaration: (node) => literal(node.source),
    ExportNamedDeclaration: (node) => literal(node.source),
    ExportAllDeclaration: (node) => literal(node.source),
    ImportExpression: (node) => literal(node.source),
    TSImportType: (node) => literal(node.source ?? node.argument),
    NewExpression: (node) => {
      if (node.callee.name === 'URL' && isMeta(node.arguments[1])) literal(node.arguments[0]);
    },
    CallExpression: (node) => {
      if (isMeta(node.callee)) literal(node.arguments[0]);
    },
  };
}

/** `#sql/read/mysql.ts` is `{ room: 'sql', inside: 'read/mysql.ts' }`. */
function roomOf(specifier) {
  const [, room, inside] = /^#([^/]+)\/(.*)$/.exec(specifier) ?? [];
  return { room, inside };
}

/** Which rooms may be entered, and through which file. */
const rooms = {
  create: (context) => {
    const here = place(context);
    return eachImport((specifier, node) => {
      const { room, inside } = roomOf(specifier);
      if (room === undefined || here.room === undefined || here.test) return;
      if (doors[here.room] === undefined) {
        context.report({ node, message: `src/${here.room} is not a room of lint/doors.js.` });
      } else if (room !== here.room && !doors[here.room].rooms.includes(room)) {
        context.report({ node, message: `The room ${here.room} may not import ${room}.` });
      } else if (room !== here.room && onlyDoor[room] !== undefined && inside !== onlyDoor[room]) {
        context.report({ node, message: `Enter ${room} through #${room}/${onlyDoor[room]} only.` });
      }
    });
  },
};

/** Across rooms imports begin with `#room/`, inside a room they are relative. */
const paths = {
  create: (context) => {
    const here = place(context);
    // The settings at the top level are read by tools that do not resolve `#room/`.
    if (!here.file.includes('/')) return {};
    return eachImport((specifier, node) => {
      const { room } = roomOf(specifier);
      if (room !== undefined) {
        if (room === here.room) context.report({ node, message: `Inside the room ${room} imports are relative.` });
        return;
      }
      if (/^(\/|src\/)/.test(specifier)) {
        context.report({ node, message: 'Name a file by #room/ or by a relative path.' });
      }
      if (!specifier.startsWith('.')) return;
      const target = path.posix.join(path.posix.dirname(here.file), specifier);
      const home = here.room === undefined ? undefined : `src/${here.room}/`;
      const leaves = home === undefined ? target.startsWith('src/') : !`${target}/`.startsWith(home);
      if (leaves) context.report({ node, message: `Write #room/ instead of ${specifier}, which leaves this room.` });
    });
  },
};

/** Which packages a room may use. */
const packages = {
  create: (context) => {
    const here = place(context);
    const allowed = [
      ...(doors[here.room]?.packages ?? ['*']),
      ...(testingPackages[path.posix.basename(here.file)] ?? []),
    ];
    const fits = (name) =>
      allowed.some((each) => (each.endsWith('*') ? name.startsWith(each.slice(0, -1)) : each === name));
    return eachImport((specifier, node) => {
      if (here.test || /^[.#/]/.test(specifier)) return;
      const [name] = /^(@[^/]+\/)?[^/]+/.exec(specifier) ?? [specifier];
      if (!fits(name)) context.report({ node, message: `The room ${here.room} may not use the package ${name}.` });
    });
  },
};

/** `Math.random`, `window.Date`: the property that a member expression names. */
const propertyOf = (node) => (node.computed ? node.property.value : node.property.name);

/** No clock and no chance in the rooms that must answer the same twice. */
const pure = {
  create: (context) => {
    const here = place(context);
    if (here.test || doors[here.room]?.pure !== true) return {};
    const refuse = (node, what) => context.report({ node, message: `The room ${here.room} may not know ${what}.` });
    const globals = new Set(['globalThis', 'window', 'self']);
    return {
      Identifier: (node) => {
        const { parent } = node;
        const harmless =
          (parent.type === 'MemberExpression' && parent.property === node && !parent.computed) ||
          (parent.type === 'BinaryExpression' && parent.operator === 'instanceof') ||
          (parent.type === 'Property' && parent.key === node && !parent.computed && !parent.shorthand) ||
          /^TS(PropertySignature|MethodSignature|EnumMember)$/.test(parent.type);
        if (!harmless && /^(Date|Temporal|performance|crypto)$/.test(node.name)) refuse(node, node.name);
      },
      MemberExpression: (node) => {
        if (node.object.name === 'Math' && propertyOf(node) === 'random') refuse(node, 'Math.random');
        if (globals.has(node.object.name)) refuse(node, `${node.object.name}.${propertyOf(node)}`);
      },
      VariableDeclarator: (node) => {
        if (node.init?.name === 'Math' && node.id.type === 'ObjectPattern')
          refuse(node, 'the parts of Math taken apart');
      },
    };
  },
};

/** Text never becomes markup or code: the sinks that would do it are not written anywhere. */
const markup = {
  create: (context) => {
    const sinks = /^(dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|srcdoc|createContextualFragment)$/;
    const refuse = (node, what) =>
      context.report({ node, message: `Text never becomes markup or code: ${what} is not used.` });
    return {
      JSXAttribute: (node) => {
        if (sinks.test(node.name.name)) refuse(node, node.name.name);
      },
      Property: (node) => {
        const name = node.key.name ?? node.key.value;
        if (sinks.test(name)) refuse(node, name);
      },
      CallExpression: ({ callee, arguments: [first] }) => {
        const called = callee.type === 'MemberExpression' ? propertyOf(callee) : callee.name;
        const isText = first?.type === 'TemplateLiteral' || typeof first?.value === 'string';
        if (isText && /^(setTimeout|setInterval)$/.test(called)) refuse(callee, `${called} with text`);
      },
      MemberExpression: (node) => {
        const name = propertyOf(node);
        if (sinks.test(name)) refuse(node, name);
        if (node.object.name === 'document' && /^write(ln)?$/.test(name)) refuse(node, `document.${name}`);
      },
    };
  },
};

export default { meta: { name: 'doors' }, rules: { rooms, paths, packages, pure, markup } };
