CREATE TABLE "days_off" (
	"id" uuid PRIMARY KEY NOT NULL,
	"program_id" uuid NOT NULL,
	"member_id" uuid,
	"from" date NOT NULL,
	"to" date NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "door_hours" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"rule" text,
	"starts_at" text NOT NULL,
	"time_zone" text NOT NULL,
	"minutes" integer NOT NULL,
	"knock" boolean NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"stopped_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "door_hours_feeds" (
	"member_id" uuid NOT NULL,
	"mentor_id" uuid NOT NULL,
	"token" text NOT NULL,
	CONSTRAINT "door_hours_feeds_member_id_mentor_id_pk" PRIMARY KEY("member_id","mentor_id"),
	CONSTRAINT "door_hours_feeds_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "door_hours_skips" (
	"hours_id" uuid NOT NULL,
	"on" date NOT NULL,
	CONSTRAINT "door_hours_skips_hours_id_on_pk" PRIMARY KEY("hours_id","on")
);
--> statement-breakpoint
CREATE TABLE "door_hours_times" (
	"id" uuid PRIMARY KEY NOT NULL,
	"hours_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"knock" boolean NOT NULL,
	"phase" text DEFAULT 'announced' NOT NULL,
	"answer" text,
	"until" timestamp with time zone NOT NULL,
	"told" boolean DEFAULT false NOT NULL,
	CONSTRAINT "door_hours_times_once" UNIQUE("hours_id","starts_at")
);
--> statement-breakpoint
ALTER TABLE "days_off" ADD CONSTRAINT "days_off_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "days_off" ADD CONSTRAINT "days_off_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_hours" ADD CONSTRAINT "door_hours_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_hours_feeds" ADD CONSTRAINT "door_hours_feeds_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_hours_feeds" ADD CONSTRAINT "door_hours_feeds_mentor_id_members_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_hours_skips" ADD CONSTRAINT "door_hours_skips_hours_id_door_hours_id_fk" FOREIGN KEY ("hours_id") REFERENCES "public"."door_hours"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_hours_times" ADD CONSTRAINT "door_hours_times_hours_id_door_hours_id_fk" FOREIGN KEY ("hours_id") REFERENCES "public"."door_hours"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_hours_times" ADD CONSTRAINT "door_hours_times_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "days_off_program" ON "days_off" USING btree ("program_id","to");--> statement-breakpoint
CREATE INDEX "days_off_member" ON "days_off" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "door_hours_member" ON "door_hours" USING btree ("member_id") WHERE "door_hours"."stopped_at" is null;--> statement-breakpoint
CREATE INDEX "door_hours_feeds_mentor" ON "door_hours_feeds" USING btree ("mentor_id");--> statement-breakpoint
CREATE INDEX "door_hours_times_member" ON "door_hours_times" USING btree ("member_id","starts_at") WHERE "door_hours_times"."phase" <> 'over';--> statement-breakpoint
CREATE INDEX "door_hours_times_open" ON "door_hours_times" USING btree ("until") WHERE "door_hours_times"."phase" <> 'over' or not "door_hours_times"."told";