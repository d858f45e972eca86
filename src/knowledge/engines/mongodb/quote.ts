/** A name or a text as a literal of mongosh. */
export const literal = (value: string): string => JSON.stringify(value);

/** `orders` → `db.getCollection("orders")`, which holds for every name. `shop.orders` is the collection `shop.orders`, not a database. */
export const collection = (name: string): string => `db.getCollection(${literal(name)})`;

/** The path of a field in an aggregation expression: `"$status"`. */
export const path = (field: string): string => literal(`$${field}`);

/** A field as a key of a document. */
export const key = (field: string): string => (/^[A-Za-z_$][\w$]*$/.test(field) ? field : literal(field));
