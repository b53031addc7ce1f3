const sure =
  /^(?:.{0,40}_)?(?:price|salary|wages?|payment|refund|revenue|money|turnover|payout|overdraft|(?:account|opening|closing|available|outstanding)_balance|balance_(?:due|amount)|(?:account|order|total|net|gross|unit|tax|vat|discount|loan|credit|debit|paid|due|invoice|interest|transfer|payment|deposit|withdrawal|fee|refund)_(?:amount|sum|total|cost|price|fee)|(?:amount|sum|total)_(?:due|paid|owed|payable))$/;
const byOwner = /^(?:amount|balance|total|fee|cost|sum|tax|interest|discount|subtotal|sub_total)$/;
const owners =
  /Invoice|Payment|Account|Transaction|Order|Loan|Bank|Billing|Cart|Checkout|Price|Wallet|Salary|Payroll|Deposit|Transfer|Purchase|Receipt|Refund|Charge(?!r)|Subscription|Vat(?![a-z])|Tax(?!on|i)|Discount|Tariff/;

/** Whether a name says that something is money, by itself or by the type that it belongs to. */
export function isMoney(name: string, owner: string): boolean {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/^(?:get|set|calculate|compute)_/, '');
  return sure.test(words) || (byOwner.test(words) && owners.test(owner));
}
