using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace KediriLapor.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Merata : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "work_id",
                table: "attachments",
                type: "uuid",
                nullable: true);

            migrationBuilder.DropIndex(
                name: "ix_attachments_free",
                table: "attachments");

            migrationBuilder.CreateIndex(
                name: "ix_attachments_free",
                table: "attachments",
                column: "created_at",
                filter: "report_id IS NULL AND work_id IS NULL");

            migrationBuilder.CreateTable(
                name: "works",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kelurahan_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    description = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    stage = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    volume = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: false),
                    unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    address = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    path = table.Column<string>(type: "jsonb", nullable: false),
                    beneficiaries = table.Column<int>(type: "integer", nullable: false),
                    budget = table.Column<string>(type: "jsonb", nullable: false),
                    planned_total = table.Column<long>(type: "bigint", nullable: false),
                    realised_total = table.Column<long>(type: "bigint", nullable: false),
                    realised_volume = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: true),
                    reached_beneficiaries = table.Column<int>(type: "integer", nullable: true),
                    pokmas_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    pokmas_chair = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    budget_number = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    contract_number = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    hand_over_number = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    account_number = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    started_on = table.Column<DateOnly>(type: "date", nullable: true),
                    completed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    handed_over_on = table.Column<DateOnly>(type: "date", nullable: true),
                    plan_number = table.Column<int>(type: "integer", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    public_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    stage_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_works", x => x.id);
                    table.CheckConstraint("ck_works_plan", "planned_total >= 0 AND realised_total >= 0 AND volume > 0 AND ends_on >= starts_on AND beneficiaries >= 0");
                    table.ForeignKey(
                        name: "fk_works_kelurahan_kelurahan_code",
                        column: x => x.kelurahan_code,
                        principalTable: "kelurahan",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "work_events",
                columns: table => new
                {
                    work_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    actor_kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    stage = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    came_about_on = table.Column<DateOnly>(type: "date", nullable: true),
                    number = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    plan_number = table.Column<int>(type: "integer", nullable: true),
                    report_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_events", x => new { x.work_id, x.version });
                    table.ForeignKey(
                        name: "fk_work_events_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_work_events_works_work_id",
                        column: x => x.work_id,
                        principalTable: "works",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "work_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    work_id = table.Column<Guid>(type: "uuid", nullable: false),
                    photo = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    document = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    added_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_files", x => x.id);
                    table.CheckConstraint("ck_work_files_one", "(photo IS NULL) <> (document IS NULL)");
                    table.ForeignKey(
                        name: "fk_work_files_attachments_id",
                        column: x => x.id,
                        principalTable: "attachments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_work_files_works_work_id",
                        column: x => x.work_id,
                        principalTable: "works",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "work_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    work_id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    linked_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    linked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    unlinked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_work_links_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_work_links_works_work_id",
                        column: x => x.work_id,
                        principalTable: "works",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "work_news",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    work_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_news", x => x.id);
                    table.ForeignKey(
                        name: "fk_work_news_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_work_news_works_work_id",
                        column: x => x.work_id,
                        principalTable: "works",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "work_plans",
                columns: table => new
                {
                    work_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    plan = table.Column<string>(type: "jsonb", nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_plans", x => new { x.work_id, x.number });
                    table.ForeignKey(
                        name: "fk_work_plans_works_work_id",
                        column: x => x.work_id,
                        principalTable: "works",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_work_events_report_id",
                table: "work_events",
                column: "report_id");

            migrationBuilder.CreateIndex(
                name: "ix_work_files_work_id_id",
                table: "work_files",
                columns: new[] { "work_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_work_links_report_follows_one",
                table: "work_links",
                column: "report_id",
                unique: true,
                filter: "unlinked_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_links_work_id_id",
                table: "work_links",
                columns: new[] { "work_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_work_news_report_id",
                table: "work_news",
                column: "report_id");

            migrationBuilder.CreateIndex(
                name: "ix_work_news_work_id_version_report_id",
                table: "work_news",
                columns: new[] { "work_id", "version", "report_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_works_kelurahan_code_year_id",
                table: "works",
                columns: new[] { "kelurahan_code", "year", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_works_stage_year_id",
                table: "works",
                columns: new[] { "stage", "year", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_works_year_id",
                table: "works",
                columns: new[] { "year", "id" });

            // what happened to a work and what was promised of it is only ever added to; one table per statement, or the relays meet it in a circle
            foreach (var table in new[] { "work_events", "work_plans" })
            {
                migrationBuilder.Sql($"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change();");
                migrationBuilder.Sql($"CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "work_events");

            migrationBuilder.DropTable(
                name: "work_files");

            migrationBuilder.DropTable(
                name: "work_links");

            migrationBuilder.DropTable(
                name: "work_news");

            migrationBuilder.DropTable(
                name: "work_plans");

            migrationBuilder.DropTable(
                name: "works");

            migrationBuilder.DropIndex(
                name: "ix_attachments_free",
                table: "attachments");

            migrationBuilder.CreateIndex(
                name: "ix_attachments_free",
                table: "attachments",
                column: "created_at",
                filter: "report_id IS NULL");

            migrationBuilder.DropColumn(
                name: "work_id",
                table: "attachments");
        }
    }
}
