using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KediriLapor.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Mobmas : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "cars",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plate = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    agency_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    seats = table.Column<int>(type: "integer", nullable: false),
                    odometer = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    state_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    stnk_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    kir_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    insurance_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    out_for = table.Column<Guid>(type: "uuid", nullable: true),
                    feed_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cars", x => x.id);
                    table.CheckConstraint("ck_cars_seats", "seats BETWEEN 1 AND 20 AND odometer >= 0");
                    table.ForeignKey(
                        name: "fk_cars_agencies_agency_code",
                        column: x => x.agency_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "unmet_car_demand",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kelurahan_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    purpose = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    passengers = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unmet_car_demand", x => x.id);
                    table.ForeignKey(
                        name: "fk_unmet_car_demand_kelurahan_kelurahan_code",
                        column: x => x.kelurahan_code,
                        principalTable: "kelurahan",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "car_events",
                columns: table => new
                {
                    car_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    paper = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_car_events", x => new { x.car_id, x.version });
                    table.ForeignKey(
                        name: "fk_car_events_cars_car_id",
                        column: x => x.car_id,
                        principalTable: "cars",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "car_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tracking_code = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    kelurahan_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    agency_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    purpose = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    need = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taken_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    pick_up = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    destination = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    lat = table.Column<double>(type: "double precision", nullable: true),
                    lng = table.Column<double>(type: "double precision", nullable: true),
                    passengers = table.Column<int>(type: "integer", nullable: false),
                    channel = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    status = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    refusal = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    car_id = table.Column<Guid>(type: "uuid", nullable: true),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    forgotten_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_car_requests", x => x.id);
                    table.CheckConstraint("ck_car_requests_car", "car_id IS NOT NULL OR status NOT IN ('Approved', 'UnderWay', 'Done')");
                    table.CheckConstraint("ck_car_requests_times", "ends_at > starts_at AND taken_until BETWEEN starts_at AND ends_at");
                    table.ForeignKey(
                        name: "fk_car_requests_agencies_agency_code",
                        column: x => x.agency_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_car_requests_cars_car_id",
                        column: x => x.car_id,
                        principalTable: "cars",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_car_requests_kelurahan_kelurahan_code",
                        column: x => x.kelurahan_code,
                        principalTable: "kelurahan",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "car_contact_readings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reader_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    agency_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_car_contact_readings", x => x.id);
                    table.ForeignKey(
                        name: "fk_car_contact_readings_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_car_contact_readings_car_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "car_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "car_contacts",
                columns: table => new
                {
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_car_contacts", x => x.request_id);
                    table.ForeignKey(
                        name: "fk_car_contacts_car_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "car_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "car_request_events",
                columns: table => new
                {
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    actor_kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    status = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    agency_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    car_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_car_request_events", x => new { x.request_id, x.version });
                    table.ForeignKey(
                        name: "fk_car_request_events_car_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "car_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "car_trips",
                columns: table => new
                {
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    car_id = table.Column<Guid>(type: "uuid", nullable: false),
                    driver = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    out_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    odometer_out = table.Column<int>(type: "integer", nullable: false),
                    in_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    odometer_in = table.Column<int>(type: "integer", nullable: true),
                    fuel_litres = table.Column<decimal>(type: "numeric(6,2)", precision: 6, scale: 2, nullable: true),
                    fuel_cost = table.Column<int>(type: "integer", nullable: true),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_car_trips", x => x.request_id);
                    table.CheckConstraint("ck_car_trips_forward", "odometer_in >= odometer_out AND in_at >= out_at");
                    table.ForeignKey(
                        name: "fk_car_trips_car_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "car_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_car_trips_cars_car_id",
                        column: x => x.car_id,
                        principalTable: "cars",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_car_contact_readings_account_id",
                table: "car_contact_readings",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_car_contact_readings_request_id_id",
                table: "car_contact_readings",
                columns: new[] { "request_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_car_events_car_id_paper_due_on",
                table: "car_events",
                columns: new[] { "car_id", "paper", "due_on" },
                unique: true,
                filter: "paper IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_car_requests_agency_code_starts_at_id",
                table: "car_requests",
                columns: new[] { "agency_code", "starts_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_car_requests_car_id_starts_at",
                table: "car_requests",
                columns: new[] { "car_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_car_requests_ended_with_person",
                table: "car_requests",
                column: "ended_at",
                filter: "ended_at IS NOT NULL AND forgotten_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_car_requests_kelurahan_code_starts_at_id",
                table: "car_requests",
                columns: new[] { "kelurahan_code", "starts_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_car_requests_starts_at_id",
                table: "car_requests",
                columns: new[] { "starts_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_car_requests_status_starts_at_id",
                table: "car_requests",
                columns: new[] { "status", "starts_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_car_requests_tracking_code",
                table: "car_requests",
                column: "tracking_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_car_trips_car_id_out_at",
                table: "car_trips",
                columns: new[] { "car_id", "out_at" });

            migrationBuilder.CreateIndex(
                name: "ix_car_trips_out_at_request_id",
                table: "car_trips",
                columns: new[] { "out_at", "request_id" });

            migrationBuilder.CreateIndex(
                name: "ix_cars_agency_code",
                table: "cars",
                column: "agency_code");

            migrationBuilder.CreateIndex(
                name: "ix_cars_feed_hash",
                table: "cars",
                column: "feed_hash",
                unique: true,
                filter: "feed_hash IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cars_plate",
                table: "cars",
                column: "plate",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_unmet_car_demand_kelurahan_code",
                table: "unmet_car_demand",
                column: "kelurahan_code");

            migrationBuilder.CreateIndex(
                name: "ix_unmet_car_demand_starts_at",
                table: "unmet_car_demand",
                column: "starts_at");

            migrationBuilder.Sql(
                """
                -- a car is never booked twice, whoever writes (docs/decisions/0034)
                ALTER TABLE car_requests ADD CONSTRAINT ex_car_requests_one_at_a_time EXCLUDE USING gist (
                    car_id WITH =, tstzrange(starts_at, taken_until) WITH &&) WHERE (status IN ('Approved', 'UnderWay', 'Done'));

                -- bookings of one car wait for one another here: two that met in the constraint itself would each wait for the other until a deadlock is found.
                -- A car that was laid up in that moment is not booked either.
                CREATE FUNCTION queue_for_car() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    PERFORM FROM cars WHERE id = NEW.car_id AND state = 'Available' FOR NO KEY UPDATE;
                    IF NOT FOUND THEN
                        RAISE EXCEPTION 'car % cannot be booked', NEW.car_id USING ERRCODE = 'exclusion_violation';
                    END IF;
                    RETURN NEW;
                END $$;
                CREATE TRIGGER queue_for_car_new BEFORE INSERT ON car_requests FOR EACH ROW WHEN (NEW.status = 'Approved') EXECUTE FUNCTION queue_for_car();
                CREATE TRIGGER queue_for_car BEFORE UPDATE ON car_requests FOR EACH ROW
                    WHEN (NEW.status = 'Approved' AND (OLD.status <> 'Approved' OR OLD.car_id IS DISTINCT FROM NEW.car_id)) EXECUTE FUNCTION queue_for_car();

                -- histories are only ever added to; the note to a requester goes with the person
                CREATE FUNCTION refuse_change_but_of_note() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF TG_OP = 'UPDATE' AND NEW.note IS NULL AND to_jsonb(NEW) - 'note' = to_jsonb(OLD) - 'note' THEN
                        RETURN NEW;
                    END IF;
                    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
                END $$;
                CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON car_request_events FOR EACH ROW EXECUTE FUNCTION refuse_change_but_of_note();
                """);
            foreach (var table in new[] { "car_events", "car_contact_readings" })
            {
                migrationBuilder.Sql($"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change();");
            }

            foreach (var table in new[] { "car_events", "car_contact_readings", "car_request_events" })
            {
                migrationBuilder.Sql($"CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "car_contact_readings");

            migrationBuilder.DropTable(
                name: "car_contacts");

            migrationBuilder.DropTable(
                name: "car_events");

            migrationBuilder.DropTable(
                name: "car_request_events");

            migrationBuilder.DropTable(
                name: "car_trips");

            migrationBuilder.DropTable(
                name: "unmet_car_demand");

            migrationBuilder.DropTable(
                name: "car_requests");

            migrationBuilder.DropTable(
                name: "cars");

            migrationBuilder.Sql("DROP FUNCTION queue_for_car(), refuse_change_but_of_note();");
        }
    }
}
