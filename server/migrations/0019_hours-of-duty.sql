ALTER TABLE "door_hours" ADD COLUMN "door_id" uuid;--> statement-breakpoint
ALTER TABLE "door_hours_feeds" ADD COLUMN "door_id" uuid;--> statement-breakpoint
ALTER TABLE "door_hours_times" ADD COLUMN "door_id" uuid;--> statement-breakpoint
ALTER TABLE "door_hours" ADD CONSTRAINT "door_hours_host" FOREIGN KEY ("door_id","member_id") REFERENCES "public"."door_hosts"("door_id","member_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_hours_feeds" ADD CONSTRAINT "door_hours_feeds_door_id_doors_id_fk" FOREIGN KEY ("door_id") REFERENCES "public"."doors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_hours_times" ADD CONSTRAINT "door_hours_times_door_id_doors_id_fk" FOREIGN KEY ("door_id") REFERENCES "public"."doors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "door_hours_desk" ON "door_hours" USING btree ("door_id","member_id");--> statement-breakpoint
CREATE INDEX "door_hours_times_desk" ON "door_hours_times" USING btree ("door_id") WHERE "door_hours_times"."phase" <> 'over';