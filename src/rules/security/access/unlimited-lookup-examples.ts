import type { Example } from '../../rule.ts';

const express = (second: string): string =>
  `router.use(requireAuth);\nrouter.get('/orders/:id', async (req, res) => {\n  res.json(await Order.findOne({ _id: req.params.id, userId: req.user.id }));\n});\nrouter.delete('/orders/:id', async (req, res) => {\n  await ${second};\n  res.sendStatus(204);\n});\n`;
const spring = (body: string): string =>
  `@RestController\nclass OrderController {\n  @GetMapping("/orders/{id}")\n  Order show(@PathVariable Long id, Principal principal) {\n    return orders.findByIdAndOwner(id, principal.getName());\n  }\n\n  @PutMapping("/orders/{id}/note")\n  void note(@PathVariable Long id, @RequestBody String note, Principal principal) {\n    ${body}\n    order.setNote(note);\n  }\n}\n`;
const nest = (where: string): string =>
  `@Controller('orders')\nexport class OrdersController {\n  @Get(':id')\n  show(@Param('id') id: string, @Req() req: Request) {\n    return this.orders.findOneBy({ id, ownerId: req.user.id });\n  }\n\n  @Delete(':id')\n  remove(@Param('id') id: string, @Req() req: Request) {\n    return this.orders.delete(${where});\n  }\n}\n`;

/** One that finds and one that does not, in each language. */
export const unlimitedLookupExamples: readonly Example[] = [
  {
    name: 'an order is taken away by its id alone',
    base: {},
    head: { 'src/orders.js': express('Order.findByIdAndDelete(req.params.id)') },
    finds: [
      'src/orders.js:6 `DELETE /orders/:id` looks `Order` up by `id` of the request alone, while `GET /orders/:id` asks whose it is: another id shows or changes what belongs to others.',
    ],
  },
  {
    name: 'only an order of the caller is taken away',
    base: {},
    head: { 'src/orders.js': express('Order.deleteOne({ _id: req.params.id, userId: req.user.id })') },
    finds: [],
  },
  {
    name: 'a controller takes away by the id alone',
    base: {},
    head: { 'src/orders.controller.ts': nest('{ id }') },
    finds: [
      'src/orders.controller.ts:10 `DELETE /orders/:id` looks `orders` up by `id` of the request alone, while `GET /orders/:id` asks whose it is: another id shows or changes what belongs to others.',
    ],
  },
  {
    name: 'the owner is a part of the lookup',
    base: {},
    head: { 'src/orders.controller.ts': nest('{ id, ownerId: req.user.id }') },
    finds: [],
  },
  {
    name: 'an order is changed by its id alone',
    base: {},
    head: { 'src/main/java/OrderController.java': spring('Order order = orders.findById(id);') },
    finds: [
      'src/main/java/OrderController.java:10 `PUT /orders/{id}/note` looks `orders` up by `id` of the request alone, while `GET /orders/{id}` asks whose it is: another id shows or changes what belongs to others.',
    ],
  },
  {
    name: 'the owner is compared',
    base: {},
    head: {
      'src/main/java/OrderController.java': spring(
        'Order order = orders.findById(id);\n    if (!order.getOwner().equals(principal.getName())) throw new AccessDeniedException("not yours");',
      ),
    },
    finds: [],
  },
];
