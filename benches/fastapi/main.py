"""An application as FastAPI's tutorial teaches it: SQLModel, pwdlib with its recommended Argon2, SQLite."""

from fastapi import Depends, FastAPI, HTTPException
from pwdlib import PasswordHash
from pydantic import EmailStr
from sqlmodel import Field, Session, SQLModel, create_engine, select

# With the default of 15 connections, 64 clients block each other: some have a connection and wait for a thread, the
# others have a thread and wait for a connection.
engine = create_engine("sqlite:///users.db", connect_args={"check_same_thread": False}, pool_size=100)
password_hash = PasswordHash.recommended()


class User(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    email: str = Field(unique=True, index=True)
    hashed_password: str


class SignUp(SQLModel):
    email: EmailStr
    password: str = Field(min_length=8)


class UserPublic(SQLModel):
    id: int
    email: str


def session():
    with Session(engine) as session:
        yield session


SQLModel.metadata.create_all(engine)
app = FastAPI()


@app.post("/users/signup", status_code=201, response_model=UserPublic)
def sign_up(form: SignUp, session: Session = Depends(session)):
    if session.exec(select(User).where(User.email == form.email)).first():
        raise HTTPException(status_code=400, detail="Email already registered")
    user = User(email=form.email, hashed_password=password_hash.hash(form.password))
    session.add(user)
    session.commit()
    session.refresh(user)
    return user
