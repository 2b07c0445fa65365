CREATE TABLE "door_keeping" (
	"door_id" uuid PRIMARY KEY NOT NULL,
	"away_since" timestamp with time zone,
	"kept_until" timestamp with time zone,
	"back_at" timestamp with time zone,
	"closing" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "door_times" (
	"door_id" uuid NOT NULL,
	"member_id" uuid,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "door_months" (
	"program_id" uuid NOT NULL,
	"month" text NOT NULL,
	"figures" jsonb NOT NULL,
	CONSTRAINT "door_months_program_id_month_pk" PRIMARY KEY("program_id","month")
);
--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "released" text;--> statement-breakpoint
ALTER TABLE "door_keeping" ADD CONSTRAINT "door_keeping_door_id_doors_id_fk" FOREIGN KEY ("door_id") REFERENCES "public"."doors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_times" ADD CONSTRAINT "door_times_door_id_doors_id_fk" FOREIGN KEY ("door_id") REFERENCES "public"."doors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_times" ADD CONSTRAINT "door_times_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_months" ADD CONSTRAINT "door_months_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "door_times_now" ON "door_times" USING btree ("door_id") WHERE "door_times"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "door_times_opened" ON "door_times" USING btree ("opened_at");--> statement-breakpoint
CREATE INDEX "visits_asked" ON "visits" USING btree ("visitor_id","asked_at");--> statement-breakpoint
CREATE INDEX "visits_declined" ON "visits" USING btree ("door_id","ended_at") WHERE "visits"."state" = 'declined' and "visits"."released" is null;