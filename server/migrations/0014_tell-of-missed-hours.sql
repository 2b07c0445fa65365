CREATE TABLE "missed_hours" (
	"time_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"way" text NOT NULL,
	"claimed_at" timestamp with time zone,
	CONSTRAINT "missed_hours_time_id_member_id_way_pk" PRIMARY KEY("time_id","member_id","way")
);
--> statement-breakpoint
ALTER TABLE "missed_hours" ADD CONSTRAINT "missed_hours_time_id_door_hours_times_id_fk" FOREIGN KEY ("time_id") REFERENCES "public"."door_hours_times"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "missed_hours" ADD CONSTRAINT "missed_hours_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "missed_hours_member" ON "missed_hours" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "missed_hours_untold" ON "missed_hours" USING btree ("time_id") WHERE "missed_hours"."claimed_at" is null;