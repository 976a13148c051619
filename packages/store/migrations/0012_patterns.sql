CREATE INDEX "events_time" ON "events" USING btree ("block_time","record_id");--> statement-breakpoint
CREATE INDEX "events_archivals" ON "events" USING btree ((value->>'physician'),"block_time") WHERE name = 'record-archived';--> statement-breakpoint
CREATE INDEX "failed_calls_sender" ON "failed_calls" USING btree ("sender","block_time");