import type { DomainName } from '../domainName.ts';
import type { PublishableRecord } from '../formatRecord.ts';
import { shellQuote } from '../quote.ts';
import type { KnownTlsaRecord } from '../record.ts';
import { relativeOwner } from '../zone.ts';

/** Stands where the person's resource group belongs. */
const resourceGroupPlaceholder = 'RESOURCE-GROUP';

/**
 * Azure DNS by its command line (`az network dns record-set tlsa add-record`, which Microsoft calls
 * experimental). The command takes no TTL: a record set that it creates gets Azure's own.
 */
export function azureCommand(
  { owner, record }: PublishableRecord<KnownTlsaRecord>,
  zone: DomainName,
  resourceGroup: string | null,
): string {
  return [
    'az network dns record-set tlsa add-record',
    `--resource-group ${shellQuote(resourceGroup ?? resourceGroupPlaceholder)}`,
    `--zone-name ${shellQuote(zone.ascii)}`,
    `--record-set-name ${shellQuote(relativeOwner(owner, zone))}`,
    `--certificate-usage ${record.usage}`,
    `--selector ${record.selector}`,
    `--matching-type ${record.matchingType}`,
    `--certificate-data ${shellQuote(record.data)}`,
  ].join(' ');
}
