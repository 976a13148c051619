CREATE INDEX "audit_entries_action" ON "audit_entries" USING btree ("action","at");--> statement-breakpoint
CREATE INDEX "grants_outlived" ON "grants" USING btree ("ends_at") WHERE status = 'active';--> statement-breakpoint
CREATE INDEX "privileges_unused" ON "privileges" USING btree ("granted_at") WHERE usage = 0;--> statement-breakpoint
CREATE INDEX "requests_waiting" ON "requests" USING btree ("created_at") WHERE status in ('awaiting-consent', 'pending');--> statement-breakpoint
CREATE INDEX "requests_undecided" ON "requests" USING btree ("approval_expires_at") WHERE kind in ('grant', 'revoke') and status in ('awaiting-consent', 'pending', 'expired');--> statement-breakpoint
CREATE INDEX "transactions_underway" ON "transactions" USING btree ("created_at") WHERE status in ('queued', 'signed', 'unknown', 'broadcast');--> statement-breakpoint
CREATE INDEX "transactions_signed" ON "transactions" USING btree ("signed_at");--> statement-breakpoint
CREATE INDEX "transactions_signer" ON "transactions" USING btree ("signer","signed_at");